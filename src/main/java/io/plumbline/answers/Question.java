package io.plumbline.answers;

import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/** A question; all answers to the same question share one row. */
@Entity
@Table(name = "question")
class Question implements Persistable<UUID> {
    @Id
    private UUID id;

    private String wording;
    private String wordingKey;

    @Transient
    private boolean isKept;

    static Question of(String wording, String key) {
        var question = new Question();
        question.id = Ids.next();
        question.wording = TextLimit.required("The question", wording, 400);
        question.wordingKey = key;
        return question;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return !isKept;
    }

    @PostLoad
    @PostPersist
    void keep() {
        isKept = true;
    }

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Question() {}
}
