package io.plumbline.clinics;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.plumbline.shared.ClinicId;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** What every list and every promise asks of the clinics, kept: another node learns of a change within half a minute. */
@Component
class KnownClinics {
    private final LoadingCache<Class<Clinic>, Known> known;

    KnownClinics(Clinics clinics, TransactionTemplate transaction) {
        known = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(30))
                .build(all -> Objects.requireNonNull(transaction.execute(status -> read(clinics))));
    }

    private record Known(
            Map<ClinicId, ClinicLabel> labels,
            Map<ClinicId, CallTimes> callTimes,
            Map<ClinicId, List<OfferedService>> offered) {}

    /** By name. */
    Map<ClinicId, ClinicLabel> labels() {
        return known.get(Clinic.class).labels();
    }

    /** By name. */
    Map<ClinicId, CallTimes> callTimes() {
        return known.get(Clinic.class).callTimes();
    }

    /** By name. */
    Map<ClinicId, List<OfferedService>> offered() {
        return known.get(Clinic.class).offered();
    }

    @TransactionalEventListener
    void on(ClinicCreated event) {
        forget();
    }

    @TransactionalEventListener
    void on(ClinicChanged event) {
        forget();
    }

    /** Waits for who is reading just now: they may have read before the change, and an invalidation would miss them. */
    private void forget() {
        known.asMap().compute(Clinic.class, (all, stale) -> null);
    }

    private static Known read(Clinics clinics) {
        var labels = new LinkedHashMap<ClinicId, ClinicLabel>();
        var callTimes = new LinkedHashMap<ClinicId, CallTimes>();
        var offered = new LinkedHashMap<ClinicId, List<OfferedService>>();
        for (var clinic : clinics.byName()) {
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
