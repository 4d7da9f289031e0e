package io.plumbline.diagnoses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.SystemActor;
import io.plumbline.shared.Refused;
import io.plumbline.support.ForgedStoreTest;
import io.plumbline.support.FreshStore;
import io.plumbline.support.StoreOwner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The official file is imported as a whole or not at all, the same once only, and what vanishes is kept. */
@ForgedStoreTest
@FreshStore
class DiagnosisImportTest {
    @Autowired
    DiagnosisImport diagnoses;

    @Autowired
    OfficialCodeStore official;

    @Autowired
    ShippedDiagnoses shipped;

    @Autowired
    SystemActor system;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    Environment environment;

    @TempDir
    Path folder;

    @AfterEach
    void empty() {
        StoreOwner.of(environment, jdbc)
                .jdbc()
                .sql("delete from diagnosis_code")
                .update();
    }

    @Test
    void aFileIsImportedOnceAndStandsInTheTrail() throws IOException {
        var before = recorded();
        var first = read(codes(), 2_500);
        assertThat(first.added())
                .isEqualTo(first.valid())
                .isEqualTo(shipped.diagnoses().size() + 2_501);
        assertThat(recorded()).isEqualTo(before + 1);
        assertThat(lastDetail()).isEqualTo(first.words()).contains("file of " + year(), "0 changed, 0 retired");
        var again = read(codes(), 2_500);
        assertThat(again.isNothing()).isTrue();
        assertThat(recorded()).as("nothing happened").isEqualTo(before + 1);
        assertThat(official.all()).hasSize(first.valid());
    }

    @Test
    void aChangedTextIsTakenAVanishedCodeRetiredAndOneThatComesBackValidAgain() throws IOException {
        read(codes(), 40);
        var other = new ArrayList<>(codes());
        var first = other.removeFirst();
        var second = other.removeFirst();
        other.add(new OfficialCode(second.code(), "Another text", year(), null));
        var result = read(other, 40);
        assertThat(result)
                .extracting(DiagnosisImport.Result::added, DiagnosisImport.Result::changed)
                .containsExactly(0, 1);
        assertThat(result.retired()).isOne();
        assertThat(find(first.code()).retiredIn()).isEqualTo(year());
        assertThat(find(second.code()).description()).isEqualTo("Another text");
        var back = read(codes(), 40);
        assertThat(back.changed()).isEqualTo(2);
        assertThat(find(first.code()).retiredIn()).isNull();
    }

    @Test
    void aFileThatIsCutOrLacksKnownCodesChangesNothing() throws IOException {
        var before = recorded();
        var lines = OrderFileLines.of(codes(), 40);
        assertThatThrownBy(() -> read(lines.subList(0, lines.size() - 2)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is cut");
        assertThatThrownBy(() -> read(codes().subList(0, 20), 40))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is incomplete: it lacks");
        assertThat(official.all()).isEmpty();
        read(codes(), 400);
        assertThatThrownBy(() -> read(codes(), 100))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is incomplete: it lacks 300");
        assertThat(official.all()).allMatch(code -> code.retiredIn() == null);
        assertThat(recorded()).isEqualTo(before + 1);
    }

    private OfficialCode find(String code) {
        return official.all().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private List<OfficialCode> codes() {
        return shipped.diagnoses().stream()
                .map(one -> new OfficialCode(one.code(), one.description(), year(), null))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private DiagnosisImport.Result read(List<OfficialCode> codes, int more) throws IOException {
        return read(OrderFileLines.of(codes, more));
    }

    private DiagnosisImport.Result read(List<String> lines) throws IOException {
        var file = Files.write(folder.resolve("icd10cm_order_" + year() + ".txt"), lines);
        return system.call(() -> diagnoses.read(file));
    }

    private int year() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return today.getMonth().compareTo(Month.OCTOBER) >= 0 ? today.getYear() + 1 : today.getYear();
    }

    private int recorded() {
        return jdbc.sql("select count(*) from audit_event where kind = 'diagnosis.imported'")
                .query(Integer.class)
                .single();
    }

    private String lastDetail() {
        return jdbc.sql("select detail from audit_event where kind = 'diagnosis.imported' order by id desc limit 1")
                .query(String.class)
                .single();
    }
}
