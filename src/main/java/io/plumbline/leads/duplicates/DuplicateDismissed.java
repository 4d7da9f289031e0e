package io.plumbline.leads.duplicates;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.SubjectKind;
import io.plumbline.shared.ids.LeadId;
import java.util.Locale;
import java.util.UUID;

/** A lead and another lead or a patient were dismissed as different people. */
@StoredKind("lead.twin-dismissed")
record DuplicateDismissed(SubjectKind kindOfEarlier, UUID earlier, LeadId later) implements Recorded {
    @Override
    public UUID subject() {
        return later.value();
    }

    @Override
    public String detail() {
        return "not " + kindOfEarlier.name().toLowerCase(Locale.ROOT) + " " + earlier;
    }
}
