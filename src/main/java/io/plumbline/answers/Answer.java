package io.plumbline.answers;

import io.plumbline.exercises.TextWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.AnswerId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.StaffId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

@Entity
@Table(name = "answer")
class Answer extends AbstractAggregateRoot<Answer> {
    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private UUID questionId;
    private String author;
    private String city;
    private String state;
    private LocalDate answeredOn;
    private String body;

    @Enumerated(EnumType.STRING)
    private AnswerReview review;

    private @Nullable String reviewReason;
    private @Nullable StaffId reviewedBy;
    private @Nullable Instant reviewedAt;
    private StaffId importedBy;
    private Instant importedAt;
    private String contentKey;

    @ElementCollection
    @CollectionTable(name = "answer_flag", joinColumns = @JoinColumn(name = "answer_id"))
    @Column(name = "flag")
    @Enumerated(EnumType.STRING)
    private Set<AnswerFlag> flags = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "answer_mention", joinColumns = @JoinColumn(name = "answer_id"))
    private Set<Mention> mentions = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "answer_word", joinColumns = @JoinColumn(name = "answer_id"))
    @Column(name = "word")
    private Set<String> words = new HashSet<>();

    static Answer imported(
            UUID question, String key, AnswerDraft draft, Set<Mention> mentions, StaffId by, Instant at) {
        var answer = new Answer();
        answer.id = Ids.next();
        answer.questionId = question;
        answer.contentKey = key;
        answer.author = draft.author();
        answer.city = draft.city();
        answer.state = draft.state();
        answer.answeredOn = draft.on();
        answer.body = draft.text();
        answer.review = AnswerReview.NEW;
        answer.importedBy = by;
        answer.importedAt = at;
        answer.flags.addAll(draft.flags());
        answer.mentions.addAll(mentions);
        answer.words.addAll(TextWords.of(List.of(draft.author(), draft.city(), draft.state(), draft.text())));
        answer.registerEvent(new AnswerEvent.Imported(new AnswerId(answer.id)));
        return answer;
    }

    /**
     * Reviews the answer.
     *
     * @param reason required to reject the answer, otherwise optional
     */
    void review(AnswerReview decision, String reason, StaffId by, Instant at) {
        var why = decision == AnswerReview.SET_ASIDE
                ? TextLimit.required("The reason", reason, 400)
                : TextLimit.optional("The reason", reason, 400);
        if (!review.canBecome(decision)) {
            throw new Refused("This answer is " + review.label().toLowerCase(Locale.ROOT) + " already");
        }
        if (decision == AnswerReview.APPROVED && body.isEmpty()) {
            throw new Refused("An answer without text cannot be approved");
        }
        registerEvent(new AnswerEvent.Reviewed(new AnswerId(id), review, decision));
        review = decision;
        reviewReason = why.isEmpty() ? null : why;
        reviewedBy = by;
        reviewedAt = at;
    }

    long version() {
        return version == null ? -1 : version;
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Answer() {}
}
