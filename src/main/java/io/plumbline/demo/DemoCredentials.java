package io.plumbline.demo;

import io.plumbline.practitioners.AbsenceDraft;
import io.plumbline.practitioners.AbsenceKind;
import io.plumbline.practitioners.AbsenceService;
import io.plumbline.practitioners.CredentialDraft;
import io.plumbline.practitioners.CredentialKind;
import io.plumbline.practitioners.CredentialService;
import io.plumbline.practitioners.Discipline;
import io.plumbline.shared.Ids;
import io.plumbline.shared.StaffId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What entitles the people of the demo clinic: some of it ends soon, one has ended, one is not verified. */
@Component
class DemoCredentials {
    private final CredentialService credentials;
    private final AbsenceService absences;

    DemoCredentials(CredentialService credentials, AbsenceService absences) {
        this.credentials = credentials;
        this.absences = absences;
    }

    /** Records and verifies them as the manager, when the clinics begin. */
    void record(DemoStaff.People people, LocalDate today) {
        var years = today.plusYears(2);
        verified(people.the("chiropractor"), CredentialKind.LICENCE, Discipline.CHIROPRACTIC, "AZ-C 20417", years);
        verified(people.the("chiropractor"), CredentialKind.INSURANCE, null, "PL 880-41", today.plusDays(7));
        verified(people.the("therapist"), CredentialKind.LICENCE, Discipline.MASSAGE_THERAPY, "AZ-MT 11873", years);
        verified(people.the("therapist"), CredentialKind.CERTIFICATION, Discipline.EXERCISE_THERAPY, "ET 5120", years);
        verified(people.the("therapist"), CredentialKind.FIRST_AID, null, "FA 2024-318", today.plusDays(30));
        verified(
                people.the("lena"),
                CredentialKind.LICENCE,
                Discipline.MASSAGE_THERAPY,
                "AZ-MT 12206",
                today.plusDays(60));
        verified(people.the("jonas"), CredentialKind.LICENCE, Discipline.CHIROPRACTIC, "NY-C 7731", years);
        recorded(people.the("jonas"), CredentialKind.CERTIFICATION, Discipline.CHIROPRACTIC, "FT 402", years);
        verified(
                people.the("nora"),
                CredentialKind.LICENCE,
                Discipline.MASSAGE_THERAPY,
                "NY-MT 9015",
                today.minusDays(10));
        verified(people.the("farid"), CredentialKind.LICENCE, Discipline.CHIROPRACTIC, "AZ-C 21960", years);
        verified(people.the("mateus"), CredentialKind.LICENCE, Discipline.MASSAGE_THERAPY, "AZ-MT 13340", years);
        verified(people.the("yuki"), CredentialKind.CERTIFICATION, Discipline.EXERCISE_THERAPY, "ET 6018", years);
        verified(people.the("helen"), CredentialKind.LICENCE, Discipline.CHIROPRACTIC, "NY-C 8254", years);
        verified(people.the("imani"), CredentialKind.LICENCE, Discipline.MASSAGE_THERAPY, "NY-MT 9472", years);
        verified(people.the("stefan"), CredentialKind.LICENCE, Discipline.MASSAGE_THERAPY, "NY-MT 9611", years);
        verified(people.the("dara"), CredentialKind.CERTIFICATION, Discipline.EXERCISE_THERAPY, "ET 6201", years);
    }

    /** What has changed since: an insurance that ended, and who is away. */
    void change(DemoStaff.People people, LocalDate today) {
        credentials.revoke(
                recorded(people.the("farid"), CredentialKind.INSURANCE, null, "PL 881-07", today.plusYears(2)),
                0,
                today.minusDays(1),
                "The insurer has ended the contract; a new one is on its way.");
        away(people.the("lena"), today.plusDays(27), 11, AbsenceKind.HOLIDAY);
        away(people.the("yuki"), today.plusDays(16), 2, AbsenceKind.TRAINING);
        away(people.the("nora"), today.minusDays(3), 9, AbsenceKind.SICK_LEAVE);
        away(people.the("helen"), today.plusDays(20), 6, AbsenceKind.HOLIDAY);
    }

    private void away(StaffId who, LocalDate from, int more, AbsenceKind kind) {
        absences.add(who, AbsenceDraft.days(from, from.plusDays(more), kind, ""), Ids.next());
    }

    private void verified(
            StaffId who, CredentialKind kind, @Nullable Discipline discipline, String number, LocalDate until) {
        credentials.verify(recorded(who, kind, discipline, number, until), 0);
    }

    private UUID recorded(
            StaffId who, CredentialKind kind, @Nullable Discipline discipline, String number, LocalDate until) {
        var issuer =
                switch (kind) {
                    case LICENCE -> number.startsWith("NY") ? "New York" : "Arizona";
                    case CERTIFICATION -> "Example Institute";
                    case INSURANCE -> "Example Mutual";
                    case FIRST_AID, OTHER -> "Example Rescue";
                };
        return credentials.record(
                who, new CredentialDraft(kind, discipline, number, issuer, until.minusYears(4), until), Ids.next());
    }
}
