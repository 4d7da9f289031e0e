package io.plumbline.records.retention;

import io.plumbline.access.SystemActor;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.StartRefused;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Refuses to start where the setting names a clinic that the portal does not have: its records would be kept without end,
 * and nobody would notice. A portal without clinics starts with any, so that the setting can be there before them.
 */
@Component
class RetentionClinicCheck {
    private final RetentionSettings settings;
    private final ClinicService clinics;
    private final SystemActor system;

    RetentionClinicCheck(RetentionSettings settings, ClinicService clinics, SystemActor system) {
        this.settings = settings;
        this.clinics = clinics;
        this.system = system;
    }

    @EventListener
    void on(ApplicationStartedEvent started) {
        if (!settings.byClinic().isEmpty()) {
            check(settings, system.call(clinics::labels).values());
        }
    }

    /** @throws StartRefused if the setting names a clinic that is not among those there are */
    static void check(RetentionSettings settings, Collection<ClinicLabel> there) {
        var codes = there.stream().map(ClinicLabel::code).collect(Collectors.toCollection(TreeSet::new));
        var unknown = new TreeSet<>(settings.byClinic().keySet());
        unknown.removeAll(codes);
        if (!codes.isEmpty() && !unknown.isEmpty()) {
            throw new StartRefused("plumbline.retention.jurisdictions names " + String.join(", ", unknown)
                    + ", which is the code of no clinic. The clinics are " + String.join(", ", codes)
                    + ": correct the setting. Add a new clinic in the portal before it is named there.");
        }
    }
}
