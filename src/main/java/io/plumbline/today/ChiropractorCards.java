package io.plumbline.today;

import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.IntakeConclusionService;
import io.plumbline.intake.ToConcludeRow;
import io.plumbline.plans.worklist.PlanRow;
import io.plumbline.plans.worklist.PlanWorklistService;
import io.plumbline.referrals.ReferralFilter;
import io.plumbline.referrals.ReferralListService;
import io.plumbline.referrals.ReferralRow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge.Tone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The cards of chiropractors: what only they decide, and what they asked others. */
@Configuration(proxyBeanMethods = false)
class ChiropractorCards {
    private static final int MOST_PLANS = 100;

    /**
     * The treatment plans whose patient is worse or is to be referred, until the patient is examined or the referral is
     * written or taken back. No card if there are none.
     */
    @Bean
    @Order(7)
    static StartPart plansToDecideFirst(PlanWorklistService plans) {
        return StartPart.ifAny(user -> user.has(Role.CHIROPRACTOR), () -> {
            var worse = plans.findToDecideFirst(MOST_PLANS);
            return new StartCard(
                    "Plans to decide first",
                    "treatment plan",
                    worse.size(),
                    Tone.CLINICAL,
                    Icon.CLINICAL,
                    Routes.PLANS,
                    worse.stream().map(ChiropractorCards::row).toList(),
                    "");
        });
    }

    private static StartCard.Row row(PlanRow plan) {
        var course = plan.course();
        return course.referralOpenOn() == null
                ? row(plan, course.reviewLabel(), "Open plan", Routes.plan(plan.id()))
                : row(plan, course.referralLabel(), "Refer", Routes.newReferral(plan.patient(), plan.id()));
    }

    private static StartCard.Row row(PlanRow plan, String words, String act, String address) {
        return new StartCard.Row(plan.patientName(), words, StartCard.link(act, address, plan.patientName()));
    }

    /** The signed intake notes that therapists left to a chiropractor, until one concludes them. */
    @Bean
    @Order(62)
    static StartPart intakesToConclude(IntakeConclusionService conclusions, ClinicService clinics) {
        return StartPart.ifAny(user -> CurrentUser.may(Permission.INTAKE_CONCLUDE), () -> {
            var found = conclusions.findForCurrentUser(StartCard.ROWS);
            return new StartCard(
                    "Intakes to review",
                    "intake note",
                    found.size() < StartCard.ROWS ? found.size() : conclusions.countForCurrentUser(),
                    Tone.CLINICAL,
                    Icon.NOTE,
                    Routes.INTAKE,
                    found.stream().map(note -> row(note, clinics)).toList(),
                    "");
        });
    }

    private static StartCard.Row row(ToConcludeRow note, ClinicService clinics) {
        return new StartCard.Row(
                note.patientName(),
                "Intake note by " + note.author() + ", signed "
                        + Dates.dayAndTime(note.signedAt(), clinics.zoneOf(note.clinic()), clinics.ownZone()),
                StartCard.link("Conclude", Routes.intake(note.note()), note.patientName()));
    }

    /** The referrals whose answer is overdue, until an answer or a closing reason is recorded. */
    @Bean
    @Order(65)
    static StartPart referralsOverdue(ReferralListService referrals) {
        return StartPart.of(user -> user.has(Role.CHIROPRACTOR), () -> {
            var overdue = referrals.first(ReferralFilter.OVERDUE, false, StartCard.ROWS);
            return new StartCard(
                    "Referrals to follow up",
                    "referral",
                    overdue.counts().getOrDefault(ReferralFilter.OVERDUE, 0L),
                    Tone.WARN,
                    Icon.ARROW,
                    Routes.REFERRALS + "?only=overdue",
                    overdue.rows().stream().map(ChiropractorCards::row).toList(),
                    "No answer to a referral is overdue.");
        });
    }

    private static StartCard.Row row(ReferralRow referral) {
        return new StartCard.Row(
                referral.patientName(),
                "Answer overdue since " + Dates.day(referral.dueOn()) + ": " + referral.to(),
                StartCard.link("Follow up", Routes.referral(referral.id()), referral.patientName()),
                RowUrgency.OVERDUE_REFERRAL);
    }
}
