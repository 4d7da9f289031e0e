package io.plumbline.answers;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.AnswerId;
import io.plumbline.shared.signing.ContentHash;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Manages the answer bank: opinions of named people, imported from pages, and the clinic's review of each. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.EXERCISE_READ)
public class AnswerService {
    private static final int MOST_TRIES = 3;

    private final Answers answers;
    private final Questions questions;
    private final AnswerQuery query;
    private final AnswerTerms terms;
    private final TransactionTemplate each;
    private final Clock clock;

    AnswerService(
            Answers answers,
            Questions questions,
            AnswerQuery query,
            AnswerTerms terms,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.answers = answers;
        this.questions = questions;
        this.query = query;
        this.terms = terms;
        this.each = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Returns a page of the answers that match the filter, newest first.
     *
     * @param after the last row of the previous page, or null for the first page
     */
    public List<AnswerRow> list(AnswerFilter filter, @Nullable AnswerRow after, int limit) {
        return query.list(filter, after, limit);
    }

    /** Finds an answer with its mentions. */
    public Optional<AnswerDetails> open(AnswerId id) {
        return query.find(id);
    }

    /** Counts the answers to be reviewed, up to 1,000. */
    public long countNew() {
        return query.countNew();
    }

    /** Returns which of these keys are already in the answer bank. */
    @Requires(Permission.ANSWER_IMPORT)
    public Set<String> kept(Collection<String> keys) {
        return query.kept(keys);
    }

    /**
     * Imports answers to a question, each in its own transaction, so that an interrupted import is completed by
     * repeating it. Answers already in the bank stay unchanged, even if another user imports the same page at the same
     * time.
     *
     * @return the number of answers added
     * @throws Refused if the question is missing or too long, with a message for the user
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @Requires(Permission.ANSWER_IMPORT)
    public int importAnswers(String question, List<ReadAnswer> read) {
        var asked = PrivateContacts.hiddenIn(ReadAnswer.loosely(question));
        var key = ContentHash.of(asked);
        var id = questions.findByKey(key).orElseGet(() -> ask(asked, key));
        return (int) read.stream().filter(answer -> add(id, answer)).count();
    }

    private UUID ask(String wording, String key) {
        try {
            return each.execute(transaction ->
                    questions.saveAndFlush(Question.of(wording, key)).getId());
        } catch (DataIntegrityViolationException | PessimisticLockingFailureException askedAtOnce) {
            return questions.findByKey(key).orElseThrow(() -> askedAtOnce);
        }
    }

    private boolean add(UUID question, ReadAnswer read) {
        for (int tries = 1; ; tries++) {
            if (answers.existsByContentKey(read.key())) {
                return false;
            }
            try {
                each.executeWithoutResult(transaction -> answers.saveAndFlush(Answer.imported(
                        question,
                        read.key(),
                        read.draft(),
                        terms.in(read.draft().text()),
                        CurrentUser.current().staff(),
                        clock.instant())));
                return true;
            } catch (DataIntegrityViolationException | PessimisticLockingFailureException addedAtOnce) {
                if (tries == MOST_TRIES) {
                    throw addedAtOnce;
                }
            }
        }
    }

    /**
     * Reviews an answer.
     *
     * @param version the version that the current user saw
     * @param reason required to reject the answer, otherwise optional
     * @throws NotAvailable if the answer does not exist
     * @throws StaleVersion if a colleague reviewed it in the meantime
     * @throws Refused if the reason is missing or too long, with a message for the user
     * @throws Refused if the answer already has this status, or has no text to approve
     */
    @Transactional
    @Requires(Permission.EXERCISE_WRITE)
    public void review(AnswerId id, long version, AnswerReview decision, String reason) {
        ReasonWords.optional("The reason", reason, ReasonWords.LONGEST);
        var answer = answers.findById(id.value()).orElseThrow(NotAvailable::new);
        StaleVersion.throwUnless(answer.version() == version, Answer.class, id);
        answer.review(decision, reason, CurrentUser.current().staff(), clock.instant());
        answers.save(answer);
    }
}
