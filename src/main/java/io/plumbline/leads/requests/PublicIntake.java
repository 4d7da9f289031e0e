package io.plumbline.leads.requests;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.requests.SubmissionStore.Key;
import io.plumbline.leads.requests.SubmissionStore.Submission;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
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
 * Receives requests from the public form and its JSON endpoint. Each request is stored first, in a transaction of its
 * own, and triaged after that. A failed triage is retried later, so that no person who received a reference is lost.
 */
@Service
@Requires(Permission.LEAD_SUBMIT)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public class PublicIntake {
    private static final Logger LOG = LoggerFactory.getLogger(PublicIntake.class);
    private static final Duration SORTED_BY_NOW = Duration.ofMinutes(1);
    private static final int SORTED_AT_ONCE = 200;
    private static final int TRIES = 5;

    /** Letters and digits that are not mistaken for one another on the telephone. */
    private static final String REFERENCE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int REFERENCE_LENGTH = 8;

    /** Escapes all non-ASCII characters, because the database cannot store an unpaired surrogate. */
    private static final JsonMapper RAW =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final RequestReader reader;
    private final SubmissionStore submissionStore;
    private final SubmissionTriage sorting;
    private final ClinicService clinics;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PublicIntake(
            RequestReader reader,
            SubmissionStore submissionStore,
            SubmissionTriage sorting,
            ClinicService clinics,
            TransactionOperations transaction,
            Clock clock) {
        this.reader = reader;
        this.submissionStore = submissionStore;
        this.sorting = sorting;
        this.clinics = clinics;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Receives a request.
     *
     * @param key the idempotency key that keeps a request sent twice from creating two leads; null if there is none
     * @param body the request, a JSON object
     */
    public Receipt receive(RequestChannel channel, @Nullable String key, JsonNode body, Sender sender) {
        var now = clock.instant();
        var read = reader.read(body, now);
        if (!read.consents()) {
            submissionStore.countWithoutConsent(LocalDate.ofInstant(now, ZoneOffset.UTC));
            return new Receipt.Refused(read.errors());
        }
        var raw = RAW.writeValueAsString(body);
        var keyHash = key == null ? null : DigestUtils.sha256(channel + ":" + key);
        var kept = again(() -> transaction.execute(status -> keep(channel, keyHash, raw, sender, read)));
        if (kept.isEmpty()) {
            return new Receipt.OtherUnderSameKey();
        }
        var sorted = sort(kept.get());
        return read.isComplete() && sender != Sender.LATE
                ? accepted(kept.get(), sorted, read)
                : new Receipt.Refused(read.errors());
    }

    /** Stores a request. Returns the stored one if it is a repeat, and empty if the key belongs to another request. */
    private Optional<Submission> keep(
            RequestChannel channel, byte @Nullable [] keyHash, String raw, Sender sender, ReadRequest read) {
        var bodyHash = DigestUtils.sha256(raw);
        var isAccepted = read.isComplete() && sender != Sender.LATE;
        var held = keyHash == null ? Optional.<Key>empty() : submissionStore.lockKey(keyHash);
        if (held.isPresent() && held.get().bound()) {
            return held.filter(key -> key.isOfBody(bodyHash)).map(key -> submissionStore.get(key.submission()));
        }
        var came = new Submission(
                Ids.next(),
                channel,
                reference(),
                raw,
                bodyHash,
                sender == Sender.MACHINE,
                !isAccepted,
                clock.instant(),
                held.map(Key::submission).orElse(null),
                null);
        submissionStore.add(came);
        if (keyHash != null) {
            var key = new Key(came.id(), bodyHash, isAccepted);
            held.ifPresentOrElse(
                    before -> submissionStore.changeKey(keyHash, key), () -> submissionStore.addKey(keyHash, key));
        }
        return Optional.of(came);
    }

    private Optional<LeadId> sort(Submission kept) {
        try {
            return again(() -> transaction.execute(status -> sorting.sort(kept)));
        } catch (DataAccessException | TransactionException | IllegalStateException | Refused failed) {
            // it is stored and will be triaged later: the person need not send it again
            LOG.warn(
                    "A request could not be triaged and will be retried: {}",
                    failed.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /**
     * Triages stored submissions whose triage failed or was cut off by a shutdown.
     *
     * @return the number of submissions that were waiting
     */
    public int sortWaiting() {
        var waiting = submissionStore.waitingSince(clock.instant().minus(SORTED_BY_NOW), SORTED_AT_ONCE);
        for (var id : waiting) {
            try {
                transaction.executeWithoutResult(status -> sorting.sort(id));
            } catch (DataAccessException | TransactionException | IllegalStateException | Refused failed) {
                LOG.warn(
                        "A request could not be triaged and will be retried: {}",
                        failed.getClass().getSimpleName());
            }
        }
        return waiting.size();
    }

    private Receipt accepted(Submission kept, Optional<LeadId> sorted, ReadRequest read) {
        var mustNotWait = sorting.mustNotWait(kept, read);
        var caller = sorted.flatMap(lead -> sorting.caller(kept, read));
        var numbers = caller.map(clinic -> Set.of(clinic.emergencyNumber()))
                .orElseGet(() -> clinics.labels().values().stream()
                        .map(ClinicLabel::emergencyNumber)
                        .collect(Collectors.toUnmodifiableSet()));
        return new Receipt.Accepted(
                kept.reference(),
                sorted.map(lead -> sorting.promised(kept, read, mustNotWait)).orElse(null),
                caller.orElse(null),
                read.draft() != null && read.draft().clinic() != null,
                read.draft() != null && read.draft().phone() != null,
                mustNotWait,
                numbers);
    }

    /** Retries if another request held the same key or row, which is free once that request is done. */
    private static <T> T again(Supplier<T> attempt) {
        for (var left = TRIES; ; left--) {
            try {
                return attempt.get();
            } catch (ConcurrencyFailureException | StaleVersion | DuplicateKeyException anotherAtOnce) {
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
}
