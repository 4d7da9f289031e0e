package io.plumbline.demo;

import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.absences.AbsenceDraft;
import io.plumbline.practitioners.absences.AbsenceKind;
import io.plumbline.practitioners.absences.AbsenceService;
import io.plumbline.practitioners.credentials.CredentialDraft;
import io.plumbline.practitioners.credentials.CredentialId;
import io.plumbline.practitioners.credentials.CredentialKind;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates the credentials of the demo practitioners: some expire soon, one has expired, and one is not verified. */
@Component
class DemoCredentials {
    private static final Period YEARS = Period.ofYears(2);

    private final DemoSignIn signIn;
    private final CredentialService credentials;
    private final AbsenceService absences;

    DemoCredentials(DemoSignIn signIn, CredentialService credentials, AbsenceService absences) {
        this.signIn = signIn;
        this.credentials = credentials;
        this.absences = absences;
    }

    /**
     * Records the credentials as the manager, in the weeks after the clinics started.
     *
     * @param began when the clinics began to use the portal
     */
    void record(DemoStaff.People people, LocalDate today, Instant began) {
        var papers = DemoTexts.rows("credentials.json", Paper[].class);
        for (int number = 0; number < papers.size(); number++) {
            var paper = papers.get(number);
            var then = began.plus(Duration.ofDays(1L + number / 2)).plus(Duration.ofMinutes(7L * number));
            signIn.as("manager", then, () -> credentials.verify(recorded(people, paper, today), 0));
        }
        signIn.as("manager", () -> {
            recorded(
                    people,
                    new Paper("jonas", CredentialKind.CERTIFICATION, Discipline.CHIROPRACTIC, "FT 402", YEARS),
                    today);
            credentials.revoke(
                    recorded(people, new Paper("farid", CredentialKind.INSURANCE, null, "PL 881-07", YEARS), today),
                    0,
                    today.minusDays(1),
                    "The insurer has ended the contract; a new one is on its way.");
            away(people.the("lena"), today.plusDays(27), 11, AbsenceKind.HOLIDAY);
            away(people.the("yuki"), today.plusDays(16), 2, AbsenceKind.TRAINING);
            away(people.the("nora"), today.minusDays(3), 9, AbsenceKind.SICK_LEAVE);
            away(people.the("helen"), today.plusDays(20), 6, AbsenceKind.HOLIDAY);
        });
    }

    /**
     * A credential of a practitioner, by key.
     *
     * @param until how long it is valid from today on
     */
    record Paper(String who, CredentialKind kind, @Nullable Discipline discipline, String number, Period until) {}

    private void away(StaffId who, LocalDate from, int more, AbsenceKind kind) {
        absences.add(who, AbsenceDraft.days(from, from.plusDays(more), kind, ""), OperationId.next());
    }

    private CredentialId recorded(DemoStaff.People people, Paper paper, LocalDate today) {
        var until = today.plus(paper.until());
        var issuer =
                switch (paper.kind()) {
                    case LICENCE -> paper.number().startsWith("NY") ? "New York" : "Arizona";
                    case CERTIFICATION -> "Example Institute";
                    case INSURANCE -> "Example Mutual";
                    case FIRST_AID, OTHER -> "Example Rescue";
                };
        return credentials.record(
                people.the(paper.who()),
                new CredentialDraft(
                        paper.kind(), paper.discipline(), paper.number(), issuer, until.minusYears(4), until),
                OperationId.next());
    }
}
