package io.plumbline.practitioners.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.practitioners.Discipline;
import io.plumbline.shared.ids.StaffId;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupervisorCandidateTest {
    @ParameterizedTest(name = "writes {0}, clinic {1}, supervised {2}, practices {3}, supervises {4}: {5}")
    @CsvSource(nullValues = "-", textBlock = """
        true,  true,  false, MASSAGE_THERAPY,                  MASSAGE_THERAPY,                  -
        true,  true,  false, MASSAGE_THERAPY EXERCISE_THERAPY, MASSAGE_THERAPY,                  -
        false, true,  false, MASSAGE_THERAPY,                  MASSAGE_THERAPY,                  cannot sign session notes
        true,  false, false, MASSAGE_THERAPY,                  MASSAGE_THERAPY,                  works at none
        true,  true,  true,  MASSAGE_THERAPY,                  MASSAGE_THERAPY,                  has a supervisor
        true,  true,  false, MASSAGE_THERAPY,                  CHIROPRACTIC,                     does not practice chiropractic
        true,  true,  false, CHIROPRACTIC,                     MASSAGE_THERAPY EXERCISE_THERAPY, exercise therapy and massage therapy
        """)
    void onlyACompetentColleagueSupervises(
            boolean writes, boolean clinic, boolean supervised, String practices, String supervises, String refusal) {
        var candidate = new SupervisorCandidate(
                StaffId.next(), "Yuki Tanabe", writes, clinic, supervised, disciplines(practices));
        var refused = candidate.refusal(disciplines(supervises));
        if (refusal == null) {
            assertThat(refused).isEmpty();
        } else {
            assertThat(refused)
                    .hasValueSatisfying(sentence -> assertThat(sentence).contains(refusal));
        }
    }

    private static Set<Discipline> disciplines(String names) {
        return Arrays.stream(names.split(" ")).map(Discipline::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
