package io.plumbline.leads;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.Submissions.Key;
import io.plumbline.leads.Submissions.Submission;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in what comes by the public form and its endpoint. It is kept first, in a transaction of its own, and sorted
 * after; what could not be sorted is sorted again later, so that whoever got a reference is never lost.
 */
@Service
@Requires(Permission.LEAD_SUBMIT)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public class PublicIntake {
    private static final Logger LOG = LoggerFactory.getLogger(PublicIntake.class);
    private static final Duration SORTED_BY_NOW = Duration.ofMinutes(1);
    private static final int SORTED_AT_ONCE = 200;
    private static final int TRIES = 5;

    /** Letters and digits that nobody takes for each other on the telephone. */
    private static final String REFERENCE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int REFERENCE_LENGTH = 8;

    /** What is no plain letter is kept as its number, half a character too, which no store could hold. */
    private static final JsonMapper RAW =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final RequestReader reader;
    private final Submissions submissions;
    private final SubmissionSorting sorting;
    private final ClinicService clinics;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PublicIntake(
            RequestReader reader,
            Submissions submissions,
            SubmissionSorting sorting,
            ClinicService clinics,
            TransactionOperations transaction,
            Clock clock) {
        this.reader = reader;
        this.submissions = submissions;
        this.sorting = sorting;
        this.clinics = clinics;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes a request in.
     *
     * @param key what makes sending it twice one lead; null where nothing does
     * @param body the request, a JSON object
     */
    public Receipt receive(CameBy cameBy, @Nullable String key, JsonNode body, Sender sender) {
        var now = clock.instant();
        var read = reader.read(body, now);
        if (!read.consents()) {
            submissions.countWithoutConsent(LocalDate.ofInstant(now, ZoneOffset.UTC));
            return new Receipt.Refused(read.errors());
        }
        var raw = RAW.writeValueAsString(body);
        var keyHash = key == null ? null : hash(cameBy + ":" + key);
        var kept = again(() -> transaction.execute(status -> keep(cameBy, keyHash, raw, sender, read)));
        if (kept.isEmpty()) {
            return new Receipt.OtherUnderSameKey();
        }
        var sorted = sort(kept.get());
        return read.isComplete() && sender != Sender.LATE
                ? accepted(kept.get(), sorted, read)
                : new Receipt.Refused(read.errors());
    }

    /** What is kept of a request; the one before where it came again; empty where the key belongs to another. */
    private Optional<Submission> keep(
            CameBy cameBy, byte @Nullable [] keyHash, String raw, Sender sender, ReadRequest read) {
        var bodyHash = hash(raw);
        var isAccepted = read.isComplete() && sender != Sender.LATE;
        var held = keyHash == null ? Optional.<Key>empty() : submissions.lockKey(keyHash);
        if (held.isPresent() && held.get().bound()) {
            return held.filter(key -> key.isOfBody(bodyHash)).map(key -> submissions.get(key.submission()));
        }
        var came = new Submission(
                Ids.next(),
                cameBy,
                reference(),
                raw,
                bodyHash,
                sender == Sender.MACHINE,
                !isAccepted,
                clock.instant(),
                held.map(Key::submission).orElse(null),
                null);
        submissions.add(came);
        if (keyHash != null) {
            var key = new Key(came.id(), bodyHash, isAccepted);
            held.ifPresentOrElse(before -> submissions.changeKey(keyHash, key), () -> submissions.addKey(keyHash, key));
        }
        return Optional.of(came);
    }

    private Optional<Lead> sort(Submission kept) {
        try {
            return again(() -> transaction.execute(status -> sorting.sort(kept)));
        } catch (DataAccessException | TransactionException | IllegalStateException failed) {
            // it is kept, and sorted again later: the person need not send it twice
            LOG.warn(
                    "A request could not be sorted and will be later: {}",
                    failed.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /**
     * Sorts what was kept and not sorted, because something failed or the portal ended.
     *
     * @return how many were
     */
    public int sortWaiting() {
        var waiting = submissions.waitingSince(clock.instant().minus(SORTED_BY_NOW), SORTED_AT_ONCE);
        for (var id : waiting) {
            try {
                transaction.executeWithoutResult(status -> sorting.sort(id));
            } catch (DataAccessException | TransactionException | IllegalStateException failed) {
                LOG.warn(
                        "A request could not be sorted and will be later: {}",
                        failed.getClass().getSimpleName());
            }
        }
        return waiting.size();
    }

    private Receipt accepted(Submission kept, Optional<Lead> sorted, ReadRequest read) {
        var caller = sorted.flatMap(lead -> sorting.caller(kept, read));
        var numbers = caller.map(clinic -> Set.of(clinic.emergencyNumber()))
                .orElseGet(() -> clinics.labels().values().stream()
                        .map(ClinicLabel::emergencyNumber)
                        .collect(Collectors.toUnmodifiableSet()));
        return new Receipt.Accepted(
                kept.reference(),
                sorted.map(lead -> sorting.promised(kept, read)).orElse(null),
                caller.orElse(null),
                read.draft() != null && read.draft().clinic() != null,
                read.draft() != null && read.draft().phone() != null,
                read.mustNotWait(),
                numbers);
    }

    /** Once more where another held the same key or row, which is free when they are done. */
    private static <T> T again(Supplier<T> attempt) {
        for (var left = TRIES; ; left--) {
            try {
                return attempt.get();
            } catch (ConcurrencyFailureException | DuplicateKeyException anotherAtOnce) {
                if (left == 1) {
                    throw anotherAtOnce;
                }
            }
        }
    }

    private String reference() {
        return random.ints(REFERENCE_LENGTH, 0, REFERENCE_LETTERS.length())
                .mapToObj(REFERENCE_LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(), all -> all.substring(0, 4) + "-" + all.substring(4)));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
