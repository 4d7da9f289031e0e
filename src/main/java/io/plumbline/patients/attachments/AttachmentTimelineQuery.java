package io.plumbline.patients.attachments;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientTab;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.patients.file.TimelineKind;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import java.util.List;
import org.springframework.stereotype.Component;

/** Adds the files of a patient to the timeline, as far as the current user may read them. */
@Component
class AttachmentTimelineQuery implements PatientTimeline {
    private final AttachmentQuery query;
    private final ClinicService clinics;

    AttachmentTimelineQuery(AttachmentQuery query, ClinicService clinics) {
        this.query = query;
        this.clinics = clinics;
    }

    @Override
    public List<TimelineEntry> findEntries(PatientDetails patient) {
        var latest = patient.clinical() == null
                ? query.findForms(patient.records(), CurrentUser.current().clinicsSeen()).stream()
                        .limit(MOST)
                        .toList()
                : query.findLatest(patient.records(), MOST);
        return latest.stream().map(row -> entry(row, patient)).toList();
    }

    private TimelineEntry entry(AttachmentRow row, PatientDetails patient) {
        var from = row.source().isEmpty() ? "" : row.source() + ", ";
        var error = row.error() == null ? "" : ", entered in error";
        return TimelineEntry.timed(
                        row.addedAt(),
                        clinics.zoneOf(row.clinic()),
                        TimelineKind.FILE,
                        "File added: " + row.title() + error,
                        row.kind().label() + ", " + from + Dates.dayAndYear(row.datedOn()) + ", by " + row.addedBy())
                .by(row.addedBy(), row.mine())
                .to(PatientTab.FILES.address(patient.id()));
    }
}
