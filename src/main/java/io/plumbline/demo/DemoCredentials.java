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

    /** Who treats. */
    record Team(StaffId ada, StaffId tom, StaffId lena, StaffId jonas, StaffId nora) {}

    /** Records them as the manager, on whichever day it is. */
    void record(Team team, LocalDate today) {
        var years = today.plusYears(2);
        verified(team.ada(), CredentialKind.LICENCE, Discipline.CHIROPRACTIC, "AZ-C 20417", years);
        verified(team.ada(), CredentialKind.INSURANCE, null, "PL 880-41", today.plusDays(7));
        verified(team.tom(), CredentialKind.LICENCE, Discipline.MASSAGE_THERAPY, "AZ-MT 11873", years);
        verified(team.tom(), CredentialKind.CERTIFICATION, Discipline.EXERCISE_THERAPY, "ET 5120", years);
        verified(team.tom(), CredentialKind.FIRST_AID, null, "FA 2024-318", today.plusDays(30));
        verified(team.lena(), CredentialKind.LICENCE, Discipline.MASSAGE_THERAPY, "AZ-MT 12206", today.plusDays(60));
        verified(team.jonas(), CredentialKind.LICENCE, Discipline.CHIROPRACTIC, "NY-C 7731", years);
        recorded(team.jonas(), CredentialKind.CERTIFICATION, Discipline.CHIROPRACTIC, "FT 402", years);
        verified(team.nora(), CredentialKind.LICENCE, Discipline.MASSAGE_THERAPY, "NY-MT 9015", today.minusDays(10));
        absences.add(
                team.lena(),
                AbsenceDraft.days(today.plusDays(27), today.plusDays(38), AbsenceKind.HOLIDAY, ""),
                Ids.next());
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
