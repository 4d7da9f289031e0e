package io.plumbline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.support.DemoTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Records of the demo read as those of different people, and what they say is what they count. */
@DemoTest
class DemoRecordsTest {
    private static final int FIRST_OPENED = 10;

    /** Words for muscles and joints, and the regions of the body chart of which they speak. */
    private static final Map<String, List<String>> REGIONS = Map.of(
            "paraspinal|multifid|lumbar|erector", List.of("lumbar"),
            "quadratus|flank", List.of("quadratus"),
            "sacrum|sacral", List.of("sacrum"),
            "sacroiliac", List.of("si-joint"),
            "glute|piriformis|buttock", List.of("glute"),
            "side of the hip", List.of("hip-side"),
            "hamstring", List.of("hamstrings"),
            "mid-back|shoulder blade", List.of("mid-back"));

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Test
    void everyNoteSaysWhatThePatientSaid() {
        assertThat(demo().all())
                .hasSizeGreaterThan(350)
                .allSatisfy(note -> assertThat(note.said()).as("%s", note).isNotBlank());
    }

    @Test
    void noSentenceStandsTwiceInARecordNorInTwo() {
        var records = new LinkedHashMap<String, List<String>>();
        demo().all().forEach(note -> records.computeIfAbsent(note.patient(), nobody -> new ArrayList<>())
                .addAll(sentences(note.said(), note.observations(), note.nextStep())));
        assertThat(records).hasSizeGreaterThan(3 * FIRST_OPENED);
        var told = new HashMap<String, String>();
        var again = new ArrayList<String>();
        records.forEach((patient, sentences) -> sentences.forEach(sentence -> {
            if (told.put(sentence, patient) != null) {
                again.add(sentence);
            }
        }));
        assertThat(again).isEmpty();
        assertThat(jdbc.sql("""
                        select complaint from intake_note
                        where status = 'SIGNED' group by complaint having count(*) > 1""").query(String.class).list())
                .as("complaints of two patients")
                .isEmpty();
    }

    @Test
    void whatIsSaidOfTheResponseIsWhatTheNumbersSay() {
        assertThat(demo().all()).allSatisfy(note -> {
            var first = sentences(note.observations()).getFirst();
            var response = first.substring(first.lastIndexOf(';') + 1);
            assertThat(response).as("the pain on leaving, %s", note).containsPattern("\\b" + note.after() + "\\b");
            if (!note.response().equals("BETTER")) {
                assertThat(response)
                        .doesNotContainPattern("freely|freer|softer|melts|eased|released|lighter|easier than");
            }
            if (!note.response().equals("WORSE")) {
                assertThat(response).doesNotContainPattern("more sore|up to \\d|stopped early|left out");
            }
            if (!note.response().equals("SAME")) {
                assertThat(response).doesNotContainPattern("no easier|unchanged|no change");
            }
        });
    }

    @Test
    void findingsNameNoRegionOutsideTheComplaint() {
        var complaints = new HashMap<String, String>();
        jdbc.sql("""
                        select i.patient_id, a.region from intake_note i join intake_note_area a on a.note_id = i.id""")
                .query((row, n) -> complaints.merge(
                        HexFormat.of().formatHex(row.getBytes("patient_id")),
                        row.getString("region"),
                        (one, other) -> one + " " + other))
                .list();
        assertThat(demo().all())
                .allSatisfy(note -> REGIONS.forEach((words, regions) -> {
                    if (Pattern.compile(words, Pattern.CASE_INSENSITIVE)
                            .matcher(note.observations())
                            .find()) {
                        assertThat(complaints.get(note.patient()))
                                .as("%s", note)
                                .contains(regions);
                    }
                }));
    }

    private DemoNotes demo() {
        return new DemoNotes(jdbc, json);
    }

    private static List<String> sentences(String... texts) {
        return Stream.of(texts)
                .flatMap(text -> Stream.of(text.split("(?<=[.!?])\\s+", -1)))
                .filter(sentence -> !sentence.isBlank())
                .toList();
    }
}
