package io.plumbline.records.ui.amendments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import io.plumbline.access.AtClinic;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.file.AmendmentsAsked;
import io.plumbline.records.amendments.AmendmentMentionService;
import io.plumbline.records.amendments.AmendmentRow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says on a note what the patient asked to amend of it, with the way to the requests for those who may see them. */
@org.springframework.stereotype.Component
class AmendmentsOfPart implements AmendmentsAsked {
    private final AmendmentMentionService requests;
    private final ClinicService clinics;

    AmendmentsOfPart(AmendmentMentionService requests, ClinicService clinics) {
        this.requests = requests;
        this.clinics = clinics;
    }

    @Override
    public Optional<Component> of(NoteId note, PatientDetails opened) {
        return AtClinic.may(Permission.NOTE_READ, opened.clinics())
                ? card("this note", requests.findByNote(note, opened))
                : Optional.empty();
    }

    @Override
    public Optional<Component> of(IntakeId note, PatientDetails opened) {
        return opened.clinical() != null && AtClinic.may(Permission.INTAKE_READ, opened.clinics())
                ? card("this note", requests.findByIntake(note, opened))
                : Optional.empty();
    }

    /** Returns the requests to amend something in a card, such as <i>this note</i>; empty if there are none. */
    Optional<Component> card(String what, List<AmendmentRow> rows) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var card = Ui.card("Amendment requested");
        rows.forEach(row -> card.add(Ui.text("", words(what, row, clinics.ownZone()))));
        card.add(
                CurrentUser.may(Permission.ACCESS_REQUEST)
                        ? new Anchor(Routes.AMENDMENTS, "Amendment requests")
                        : Ui.text("muted", "The request and the answer are part of the record and of its export."));
        return Optional.of(card);
    }

    private static String words(String what, AmendmentRow row, ZoneId zone) {
        var decided = row.decidedAt();
        return "A request to amend " + what + " came on " + Dates.dayAndYear(row.receivedOn()) + " and was "
                + row.status().label().toLowerCase(Locale.ROOT)
                + (decided == null
                        ? "."
                        : " on " + Dates.dayAndYear(decided.atZone(zone).toLocalDate()) + ".");
    }
}
