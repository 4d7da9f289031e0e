package io.plumbline.patients.sensitive;

import io.plumbline.access.PatientRecords;
import io.plumbline.patients.merging.RecordsRegrouped;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the union of a sensitive and another record sensitive. After an unmerge each record stays so. */
@Component
class SensitiveListener {
    private final SensitiveStore store;
    private final PatientRecords records;

    SensitiveListener(SensitiveStore store, PatientRecords records) {
        this.store = store;
        this.records = records;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(RecordsRegrouped regrouped) {
        regrouped.readAs().forEach(patient -> {
            var all = records.of(patient);
            if (all.size() > 1) {
                store.spread(all);
            }
        });
    }
}
