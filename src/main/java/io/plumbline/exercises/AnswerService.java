package io.plumbline.exercises;

import io.plumbline.shared.Caller;
import io.plumbline.shared.ContentHash;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The answer bank: opinions of named people, imported from pages, and what the clinic makes of each. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.EXERCISE_READ)
public class AnswerService {
    private static final int MOST_TRIES = 3;

    private final Answers answers;
    private final Questions questions;
    private final AnswerShelf shelf;
    private final AnswerTerms terms;
    private final TransactionTemplate each;
    private final Clock clock;

    AnswerService(
            Answers answers,
            Questions questions,
            AnswerShelf shelf,
            AnswerTerms terms,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.answers = answers;
        this.questions = questions;
        this.shelf = shelf;
        this.terms = terms;
        this.each = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * A page of the answers that are looked for, the newest first.
     *
     * @param after the last row of the page before, or null for the first page
     */
    public List<AnswerRow> list(AnswerFilter filter, @Nullable AnswerRow after, int limit) {
        return shelf.list(filter, after, limit);
    }

    /** An answer with what it names; empty where there is none. */
    public Optional<AnswerDetails> open(UUID id) {
        return shelf.find(id);
    }

    /** How many answers wait for a review, up to a thousand. */
    public long countNew() {
        return shelf.countNew();
    }

    /** Which of some answers the bank has already, by their keys. */
    @Requires(Permission.ANSWER_IMPORT)
    public Set<String> kept(Collection<String> keys) {
        return shelf.kept(keys);
    }

    /**
     * Imports answers to a question. Each stands for itself, so an import that is broken off is completed by importing
     * again; one that the bank has is left as it is, also where somebody imports the same at once.
     *
     * @return how many were added
     * @throws IllegalArgumentException if the question is missing or too long, in words for who typed it
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
                        Caller.current().staff(),
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
     * Decides what the clinic makes of an answer.
     *
     * @param version the version that the caller saw
     * @param reason needed to set it aside, else it may be empty
     * @throws NoSuchElementException if there is no such answer
     * @throws ObjectOptimisticLockingFailureException if a colleague decided meanwhile
     * @throws IllegalArgumentException if the reason is missing or too long, in words for who typed it
     * @throws IllegalStateException if it stands so already, or has no text to approve
     */
    @Transactional
    @Requires(Permission.EXERCISE_WRITE)
    public void review(UUID id, long version, AnswerReview decision, String reason) {
        var answer = answers.findById(id).orElseThrow(() -> new NoSuchElementException("Not available"));
        if (answer.version() != version) {
            throw new ObjectOptimisticLockingFailureException(Answer.class, id);
        }
        answer.review(decision, reason, Caller.current().staff(), clock.instant());
        answers.save(answer);
    }
}
