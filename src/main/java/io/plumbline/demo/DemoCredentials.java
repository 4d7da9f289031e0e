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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates the credentials of the demo practitioners: some expire soon, one has expired, and one is not verified. */
@Component
class DemoCredentials {
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
        var years = today.plusYears(2);
        var papers = List.of(
                new Paper("chiropractor", CredentialKind.LICENCE, Discipline.CHIROPRACTIC, "AZ-C 20417", years),
                new Paper("chiropractor", CredentialKind.INSURANCE, null, "PL 880-41", today.plusDays(7)),
                new Paper("therapist", CredentialKind.LICENCE, Discipline.MASSAGE_THERAPY, "AZ-MT 11873", years),
                new Paper("therapist", CredentialKind.CERTIFICATION, Discipline.EXERCISE_THERAPY, "ET 5120", years),
                new Paper("therapist", CredentialKind.FIRST_AID, null, "FA 2024-318", today.plusDays(30)),
                new Paper(
                        "lena", CredentialKind.LICENCE, Discipline.MASSAGE_THERAPY, "AZ-MT 12206", today.plusDays(60)),
                new Paper("jonas", CredentialKind.LICENCE, Discipline.CHIROPRACTIC, "NY-C 7731", years),
                new Paper(
                        "nora", CredentialKind.LICENCE, Discipline.MASSAGE_THERAPY, "NY-MT 9015", today.minusDays(10)),
                new Paper("farid", CredentialKind.LICENCE, Discipline.CHIROPRACTIC, "AZ-C 21960", years),
                new Paper("mateus", CredentialKind.LICENCE, Discipline.MASSAGE_THERAPY, "AZ-MT 13340", years),
                new Paper("yuki", CredentialKind.CERTIFICATION, Discipline.EXERCISE_THERAPY, "ET 6018", years),
                new Paper("helen", CredentialKind.LICENCE, Discipline.CHIROPRACTIC, "NY-C 8254", years),
                new Paper("imani", CredentialKind.LICENCE, Discipline.MASSAGE_THERAPY, "NY-MT 9472", years),
                new Paper("stefan", CredentialKind.LICENCE, Discipline.MASSAGE_THERAPY, "NY-MT 9611", years),
                new Paper("dara", CredentialKind.CERTIFICATION, Discipline.EXERCISE_THERAPY, "ET 6201", years));
        for (int number = 0; number < papers.size(); number++) {
            var paper = papers.get(number);
            var then = began.plus(Duration.ofDays(1L + number / 2)).plus(Duration.ofMinutes(7L * number));
            signIn.as("manager", then, () -> credentials.verify(recorded(people, paper), 0));
        }
        signIn.as("manager", () -> {
            recorded(
                    people, new Paper("jonas", CredentialKind.CERTIFICATION, Discipline.CHIROPRACTIC, "FT 402", years));
            credentials.revoke(
                    recorded(people, new Paper("farid", CredentialKind.INSURANCE, null, "PL 881-07", years)),
                    0,
                    today.minusDays(1),
                    "The insurer has ended the contract; a new one is on its way.");
            away(people.the("lena"), today.plusDays(27), 11, AbsenceKind.HOLIDAY);
            away(people.the("yuki"), today.plusDays(16), 2, AbsenceKind.TRAINING);
            away(people.the("nora"), today.minusDays(3), 9, AbsenceKind.SICK_LEAVE);
            away(people.the("helen"), today.plusDays(20), 6, AbsenceKind.HOLIDAY);
        });
    }

    /** A credential of a practitioner, by key. */
    private record Paper(
            String who, CredentialKind kind, @Nullable Discipline discipline, String number, LocalDate until) {}

    private void away(StaffId who, LocalDate from, int more, AbsenceKind kind) {
        absences.add(who, AbsenceDraft.days(from, from.plusDays(more), kind, ""), OperationId.next());
    }

    private CredentialId recorded(DemoStaff.People people, Paper paper) {
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
                        paper.kind(),
                        paper.discipline(),
                        paper.number(),
                        issuer,
                        paper.until().minusYears(4),
                        paper.until()),
                OperationId.next());
    }
}
