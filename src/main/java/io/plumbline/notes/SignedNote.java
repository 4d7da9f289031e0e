package io.plumbline.notes;

import io.plumbline.intake.Limitation;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.CarriedForward;
import io.plumbline.sessions.ExerciseRow;
import io.plumbline.sessions.SegmentRow;
import io.plumbline.sessions.SessionDetails;
import io.plumbline.sessions.TreatmentRow;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.CheckAnswer;
import io.plumbline.shared.signing.SignedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The content that the signature of a session note covers, and the form of its text. A form never changes, since the
 * notes that were signed in it would look forged: a new field is a new form with its own number. A field that older notes
 * of a form do not have is omitted where it is empty.
 *
 * @param checks the answers to the signing checks
 * @param takenOver from whom the visit was taken over
 */
record SignedNote(
        UUID id,
        UUID patient,
        UUID clinic,
        UUID author,
        AppointmentType service,
        LocalDate treatedOn,
        @Nullable UUID appointment,
        @Nullable UUID plannedVisit,
        NoteDraft says,
        @Nullable StaffId signedBy,
        @Nullable Instant signedAt,
        List<CheckAnswer> checks,
        @Nullable TakenOver takenOver) {
    /** The number of the form in which notes are signed. */
    static final int FORM = 1;

    /** What the text says of the treatment beside the fields of the note. */
    private enum Conclusion {
        NONE,
        TREATED,
        NOTHING_DONE
    }

    /** Returns the texts that the number of a form stands for; none if there is no such form. */
    List<SignedText> texts(int form) {
        return form == FORM
                ? Stream.concat(Stream.of(text()), earlierTexts(form).stream()).toList()
                : List.of();
    }

    /**
     * Returns the texts that the number of a form stood for before. Number 1 stands for three, because until 24 November
     * 2026 a text had what the class happened to conclude from its fields: first whether the patient was treated, then
     * nothing. Since then it says whether nothing was done.
     */
    List<SignedText> earlierTexts(int form) {
        return form == FORM ? List.of(text(Conclusion.NONE), text(Conclusion.TREATED)) : List.of();
    }

    /** Returns the text in the form in which notes are signed. */
    SignedText text() {
        return text(Conclusion.NOTHING_DONE);
    }

    private SignedText text(Conclusion conclusion) {
        return new SignedText()
                .put("appointment", appointment)
                .put("author", author)
                .putIfFilled("checks", SignedText.rows(checks, CheckAnswer::text))
                .put("clinic", clinic)
                .put("format", FORM)
                .put("id", id)
                .put("patient", patient)
                .put("plannedVisit", plannedVisit)
                .put("says", content(conclusion))
                .put("service", service)
                .put("signedAt", signedAt)
                .put("signedBy", staff(signedBy))
                .putIfFilled("takenOver", SignedText.part(takenOver, SignedNote::takenOver))
                .put("treatedOn", treatedOn);
    }

    private SignedText content(Conclusion conclusion) {
        var text = new SignedText()
                .put("areas", SignedText.rows(says.areas(), SignedNote::region))
                .put("consent", says.consent());
        addDetails(text, says.details());
        text.put("minutes", says.minutes()).put("modalities", says.modalities()).put("nextStep", says.nextStep());
        if (conclusion == Conclusion.NOTHING_DONE) {
            text.put("nothingDone", isNothingDone());
        }
        text.put("observations", says.observations())
                .put("painAfter", SignedText.part(says.painAfter(), SignedNote::pain))
                .put("painBefore", SignedText.part(says.painBefore(), SignedNote::pain))
                .put("pressure", says.pressure())
                .put("response", says.response())
                .put("safetyRecheck", says.safetyRecheck())
                .put("safetyRule", says.safetyRule())
                .put("statement", says.statement())
                .put("stopAt", says.stopAt());
        return conclusion == Conclusion.TREATED ? text.put("treated", isTreated()) : text;
    }

    private static void addDetails(SignedText text, SessionDetails details) {
        text.putIfFilled("activities", SignedText.rows(details.activities(), SignedNote::activity))
                .putIfFilled("carried", SignedText.part(details.carried(), SignedNote::carried))
                .putIfFilled("contraindications", details.contraindications())
                .putIfFilled("cue", details.cue())
                .putIfFilled("exercises", SignedText.rows(details.exercises(), SignedNote::exercise))
                .putIfFilled("homeCare", details.homeCare())
                .putIfFilled("segments", SignedText.rows(details.segments(), SignedNote::segment))
                .putIfFilled("subjective", details.subjective())
                .putIfFilled("templated", SignedText.entries(details.templated(), origin -> new SignedText()
                        .put("hash", origin.hash())
                        .put("template", origin.template())))
                .putIfFilled("treatments", SignedText.rows(details.treatments(), SignedNote::treatment));
    }

    private static SignedText activity(Limitation activity) {
        return new SignedText().put("ability", activity.ability()).put("activity", activity.activity());
    }

    private static SignedText carried(CarriedForward carried) {
        return new SignedText()
                .put("fields", carried.fields())
                .put("from", id(carried.from().value()))
                .put("treatedOn", carried.treatedOn());
    }

    private static SignedText exercise(ExerciseRow row) {
        return new SignedText()
                .put("done", row.done())
                .put("exercise", id(row.exercise().value()))
                .put("formCheck", row.formCheck())
                .put("holdSeconds", row.holdSeconds())
                .put("load", row.load())
                .put("name", row.name())
                .put("repetitions", row.repetitions())
                .put("sets", row.sets())
                .put("taught", row.taught());
    }

    private static SignedText segment(SegmentRow row) {
        return new SignedText()
                .put("findings", row.findings())
                .put("listing", row.listing())
                .put("response", row.response())
                .put("segment", row.segment())
                .put("side", row.side())
                .put("technique", row.technique());
    }

    private static SignedText treatment(TreatmentRow row) {
        return new SignedText()
                .put("area", region(row.area()))
                .put("minutes", row.minutes())
                .put("modality", row.modality())
                .put("phase", row.phase())
                .put("pressure", row.pressure())
                .put("tissue", row.tissue());
    }

    private static SignedText takenOver(TakenOver taken) {
        return new SignedText().put("from", id(taken.from().value())).put("presence", taken.presence());
    }

    private static SignedText region(BodyRegion region) {
        return new SignedText().put("code", region.code());
    }

    private static SignedText pain(Pain pain) {
        return new SignedText().put("score", pain.score());
    }

    private static @Nullable SignedText staff(@Nullable StaffId staff) {
        return staff == null ? null : id(staff.value());
    }

    private static SignedText id(UUID id) {
        return new SignedText().put("value", id);
    }

    /** As the class concluded it until 22 November 2026, whatever it concludes today. */
    private boolean isTreated() {
        var isStopped = says.safetyRecheck() == SafetyRecheck.YES
                && says.areas().isEmpty()
                && says.modalities().isEmpty();
        return says.consent() != ConsentToday.NOT_GIVEN && !isStopped;
    }

    /** As the class concluded it when it became part of the text, whatever it concludes today. */
    private boolean isNothingDone() {
        return says.modalities().isEmpty()
                && says.details().segments().stream().allMatch(row -> row.technique() == null)
                && says.details().exercises().stream().noneMatch(row -> row.taught() || row.done())
                && says.details().treatments().isEmpty();
    }
}
