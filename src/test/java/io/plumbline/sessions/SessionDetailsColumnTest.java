package io.plumbline.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.intake.Limitation;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.ids.ExerciseId;
import io.plumbline.shared.ids.NoteId;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The JSON in which the details of notes are stored: what is stored can be read, whatever the classes are called. */
class SessionDetailsColumnTest {
    private static final UUID ID = new UUID(1, 2);

    private final SessionDetailsColumn column = new SessionDetailsColumn();

    @Test
    void aNoteWithoutDetailsHasAnEmptyColumn() {
        assertThat(column.convertToDatabaseColumn(SessionDetails.EMPTY)).isNull();
    }

    @Test
    void whatIsStoredCanBeRead() {
        var details = new SessionDetails(
                "Stiff",
                List.of(new Limitation("Bending", 4), new Limitation("Sitting", null)),
                "None",
                List.of(
                        new SegmentRow(
                                SpineSegment.L5,
                                BodySide.LEFT,
                                Set.of(SegmentFinding.values()),
                                "PLI",
                                AdjustmentTechnique.HVLA,
                                Response.BETTER),
                        new SegmentRow(SpineSegment.C1, null, Set.of(), "", null, null)),
                List.of(new ExerciseRow(new ExerciseId(ID), "Cat-cow", true, false, 2, 10, 5, "band", "Good")),
                List.of(new TreatmentRow(
                        new BodyRegion("back-lumbar-left"), "SWEDISH", "FASCIA", SessionPhase.BROAD_STROKES, 3, 10)),
                "Hinge",
                "Walk",
                new CarriedForward(
                        new NoteId(ID),
                        LocalDate.of(2026, Month.NOVEMBER, 20),
                        new TreeMap<>(Map.of("nextStep", "hash"))),
                new TreeMap<>(Map.of("cue", new FromTemplate("Lower back", "hash"))));
        assertThat(column.convertToEntityAttribute("""
                {"activities":[{"ability":4,"activity":"Bending"},{"ability":null,"activity":"Sitting"}],\
                "carried":{"fields":{"nextStep":"hash"},\
                "from":{"value":"00000000-0000-0001-0000-000000000002"},"treatedOn":"2026-11-20"},\
                "contraindications":"None","cue":"Hinge",\
                "exercises":[{"done":false,"exercise":{"value":"00000000-0000-0001-0000-000000000002"},\
                "formCheck":"Good","holdSeconds":5,"load":"band","name":"Cat-cow","repetitions":10,"sets":2,\
                "taught":true}],"homeCare":"Walk",\
                "segments":[{"findings":["PAIN","ASYMMETRY","RANGE_OF_MOTION","TISSUE"],"listing":"PLI",\
                "response":"BETTER","segment":"L5","side":"LEFT","technique":"HVLA"},\
                {"findings":[],"listing":"","response":null,"segment":"C1","side":null,"technique":null}],\
                "subjective":"Stiff",\
                "templated":{"cue":{"hash":"hash","template":"Lower back"}},\
                "treatments":[{"area":{"code":"back-lumbar-left"},"minutes":10,"modality":"SWEDISH",\
                "phase":"BROAD_STROKES","pressure":3,"tissue":"FASCIA"}]}""")).isEqualTo(details);
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(details)))
                .isEqualTo(details);
    }
}
