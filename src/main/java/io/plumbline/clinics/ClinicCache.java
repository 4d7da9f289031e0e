package io.plumbline.clinics;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.store.StoreAway;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Caches the clinic data that every list and every response target needs. Other nodes see a change within thirty
 * seconds. While the database is unavailable it keeps the last known data, so that the public form can still show whom
 * to call.
 */
@Component
class ClinicCache {
    private final LoadingCache<Class<Clinic>, Known> known;
    private volatile @Nullable Known last;

    @Autowired
    ClinicCache(EntityManager entities, PlatformTransactionManager transactions) {
        this(entities, reading(transactions));
    }

    /** @param transaction in which the clinics are read */
    ClinicCache(EntityManager entities, TransactionTemplate transaction) {
        known = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(30))
                .build(all -> readOrLast(entities, transaction));
    }

    /** A read-only transaction waits for no writer, who may be waiting for what is read here. */
    private static TransactionTemplate reading(PlatformTransactionManager transactions) {
        var transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
        return transaction;
    }

    private Known readOrLast(EntityManager entities, TransactionTemplate transaction) {
        try {
            var read = Objects.requireNonNull(transaction.execute(status -> readAgain(entities)));
            last = read;
            return read;
        } catch (DataAccessException | TransactionException failed) {
            var before = last;
            if (before == null || !StoreAway.isCauseOf(failed)) {
                throw failed;
            }
            return before;
        }
    }

    private record Known(
            Map<ClinicId, ClinicLabel> labels,
            Map<ClinicId, CallTimes> callTimes,
            Map<ClinicId, List<OfferedService>> offered) {}

    /** Returns labels ordered by name. */
    Map<ClinicId, ClinicLabel> labels() {
        return known.get(Clinic.class).labels();
    }

    /** Returns call times ordered by name. */
    Map<ClinicId, CallTimes> callTimes() {
        return known.get(Clinic.class).callTimes();
    }

    /** Returns offered services ordered by clinic name. */
    Map<ClinicId, List<OfferedService>> offered() {
        return known.get(Clinic.class).offered();
    }

    @TransactionalEventListener
    void on(ClinicEvent.Created event) {
        forget();
    }

    @TransactionalEventListener
    void on(ClinicEvent.Changed event) {
        forget();
    }

    /** Waits for a load in progress, which may have read the data before the change; an invalidation would miss it. */
    private void forget() {
        known.asMap().compute(Clinic.class, (all, stale) -> null);
    }

    /**
     * Reads in a session of its own on the connection of whoever asks: the session of a long transaction, such as that of a
     * job, would return the clinics as it has seen them first.
     */
    private static Known readAgain(EntityManager entities) {
        try (var fresh =
                entities.unwrap(Session.class).sessionWithOptions().connection().openSession()) {
            fresh.setDefaultReadOnly(true);
            return read(fresh.createSelectionQuery("from Clinic c order by c.name", Clinic.class)
                    .getResultList());
        }
    }

    private static Known read(List<Clinic> clinics) {
        var labels = new LinkedHashMap<ClinicId, ClinicLabel>();
        var callTimes = new LinkedHashMap<ClinicId, CallTimes>();
        var offered = new LinkedHashMap<ClinicId, List<OfferedService>>();
        for (var clinic : clinics) {
            labels.put(clinic.id(), clinic.label());
            callTimes.put(clinic.id(), clinic.callTimes());
            offered.put(
                    clinic.id(),
                    clinic.offer().services().stream()
                            .filter(OfferedService::active)
                            .toList());
        }
        return new Known(
                Collections.unmodifiableMap(labels),
                Collections.unmodifiableMap(callTimes),
                Collections.unmodifiableMap(offered));
    }
}
