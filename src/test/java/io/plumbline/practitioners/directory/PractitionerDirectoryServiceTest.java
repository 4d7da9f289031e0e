package io.plumbline.practitioners.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.credentials.CredentialDraft;
import io.plumbline.practitioners.credentials.CredentialKind;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.practitioners.credentials.CredentialState;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the directory says of credentials, and whom it finds by them. */
@StoreTest
class PractitionerDirectoryServiceTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PractitionerDirectoryService directory;

    @Autowired
    CredentialService credentials;

    @Autowired
    Clock clock;

    @Test
    void theDirectoryShowsCredentialsThatNeedAttention() {
        var clinic = group.own("d");
        var who = group.worker(clinic, Discipline.MASSAGE_THERAPY);
        assertThat(directoryOf(clinic)).isEqualTo("No credential");
        group.entitle(who, Discipline.MASSAGE_THERAPY, clinic.manager());
        assertThat(directoryOf(clinic)).isEmpty();
        staff.as(
                clinic.manager(),
                () -> credentials.record(
                        who,
                        new CredentialDraft(CredentialKind.FIRST_AID, null, "N1", "Board", LONG_AGO, null),
                        OperationId.next()));
        assertThat(directoryOf(clinic)).as("the license is valid").isEqualTo("First aid unverified");
    }

    @Test
    void theDirectoryFiltersByTheCredentialStatesOfTheRules() {
        var clinic = group.own("g");
        var random = new Random(4711);
        var everybody = new ArrayList<StaffId>();
        for (int i = 0; i < 60; i++) {
            var who = group.worker(clinic, Discipline.MASSAGE_THERAPY);
            everybody.add(who);
            for (int j = 0; j < random.nextInt(4); j++) {
                var until = random.nextInt(5) == 0 ? null : today().plusDays(random.nextInt(140) - 60);
                var from = random.nextBoolean() || until == null ? LONG_AGO : until.minusDays(random.nextInt(90));
                var draft = new CredentialDraft(
                        CredentialKind.values()[random.nextInt(2)],
                        Discipline.MASSAGE_THERAPY,
                        "N",
                        "Board",
                        from,
                        until);
                var verified = random.nextInt(4) != 0;
                var revoked = random.nextInt(4) == 0;
                staff.doAs(clinic.manager(), () -> {
                    var id = credentials.record(who, draft, OperationId.next());
                    if (verified) {
                        credentials.verify(id, 0);
                    }
                    if (revoked) {
                        credentials.revoke(id, verified ? 1 : 0, today(), "A test of the directory list");
                    }
                });
            }
        }
        for (var state : CredentialState.values()) {
            var expected = everybody.stream()
                    .filter(who -> statesOf(who).contains(state))
                    .collect(Collectors.toSet());
            assertThat(expected).as(state.name()).isNotEmpty();
            assertThat(found(new PractitionerFilter("", null, clinic.id(), null, state, false)))
                    .as(state.name())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private String directoryOf(TestGroup.Own clinic) {
        return staff.as(
                        "westdesk",
                        () -> directory.list(
                                new PractitionerFilter("", null, clinic.id(), null, null, false), null, 100))
                .getFirst()
                .credentialWords();
    }

    private List<StaffId> found(PractitionerFilter filter) {
        return staff.as("westdesk", () -> directory.list(filter, null, 100)).stream()
                .map(PractitionerRow::id)
                .toList();
    }

    private Set<CredentialState> statesOf(StaffId who) {
        var rows = staff.as("westdesk", () -> credentials.findByPractitioner(who));
        return rows.isEmpty()
                ? Set.of(CredentialState.NONE)
                : rows.stream()
                        .flatMap(row -> row.state(rows, today()).stream())
                        .collect(Collectors.toSet());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Phoenix"));
    }
}
