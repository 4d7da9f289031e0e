package io.plumbline.clinics;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.plumbline.shared.ClinicId;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What every list says of its clinics, kept: another node learns of a new name within half a minute. */
@Component
class ClinicLabels {
    private final LoadingCache<Class<Clinic>, Map<ClinicId, ClinicLabel>> labels;

    ClinicLabels(Clinics clinics) {
        labels = Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(30)).build(all -> read(clinics));
    }

    Map<ClinicId, ClinicLabel> all() {
        return labels.get(Clinic.class);
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
        labels.asMap().compute(Clinic.class, (all, stale) -> null);
    }

    private static Map<ClinicId, ClinicLabel> read(Clinics clinics) {
        var byId = new LinkedHashMap<ClinicId, ClinicLabel>();
        clinics.byName().forEach(clinic -> byId.put(clinic.id(), clinic.label()));
        return Collections.unmodifiableMap(byId);
    }
}
