package io.plumbline.leads.duplicates;

import io.plumbline.shared.Recorded;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.SubjectKind;
import io.plumbline.shared.ids.LeadId;
import java.util.Locale;
import java.util.UUID;

/** The person who dismissed a lead and another lead or a patient as different people undid that. */
@StoredKind("lead.dismissal-undone")
record DuplicateDismissalUndone(SubjectKind kindOfEarlier, UUID earlier, LeadId later) implements Recorded {
    @Override
    public UUID subject() {
        return later.value();
    }

    @Override
    public String detail() {
        return "with " + kindOfEarlier.name().toLowerCase(Locale.ROOT) + " " + earlier;
    }
}
