package io.plumbline.plans.worklist;

import io.plumbline.phases.ReviewReason;
import io.plumbline.phases.Step;
import io.plumbline.plans.PlanStatus;
import io.plumbline.plans.worklist.PlanRow.Course;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import java.time.LocalDate;

/** A row of the worklist, on track unless something else is said. */
final class PlanRowOfTest {
    static final LocalDate DUE = LocalDate.of(2026, 11, 24);

    private int planned = 11;
    private int delivered = 3;
    private int missed;
    private LocalDate booked = DUE;
    private LocalDate held;
    private LocalDate ends;
    private boolean awaitsAgreement;
    private Course course = Course.ON_TRACK;
    private FlagLevel flag;
    private boolean onHold;

    PlanRowOfTest visits(int ofPlanned, int areDelivered, int areMissed) {
        planned = ofPlanned;
        delivered = areDelivered;
        missed = areMissed;
        return this;
    }

    PlanRowOfTest bookedOn(LocalDate day) {
        booked = day;
        return this;
    }

    PlanRowOfTest heldOn(LocalDate day) {
        held = day;
        return this;
    }

    PlanRowOfTest endsOn(LocalDate day) {
        ends = day;
        return this;
    }

    PlanRowOfTest waiting(boolean forAgreement) {
        awaitsAgreement = forAgreement;
        return this;
    }

    PlanRowOfTest course(Step step, ReviewReason review, LocalDate reevaluation) {
        course = new Course(step, step != null, review, review != null, true, reevaluation, null);
        return this;
    }

    /** To be referred, by a decision of that day. */
    PlanRowOfTest toReferSince(LocalDate day) {
        course = new Course(null, false, null, false, true, null, day);
        return this;
    }

    PlanRowOfTest flagged(FlagLevel level, boolean holds) {
        flag = level;
        onHold = holds;
        return this;
    }

    PlanRow row() {
        return new PlanRow(
                new PlanId(Ids.next()),
                PatientId.next(),
                ClinicId.next(),
                null,
                "",
                "",
                planned,
                delivered,
                missed,
                DUE,
                booked,
                DUE,
                status(),
                held,
                held == null ? null : "away",
                ends,
                course,
                flag,
                onHold);
    }

    private PlanStatus status() {
        if (awaitsAgreement) {
            return PlanStatus.DRAFT;
        }
        return held == null ? PlanStatus.ACTIVE : PlanStatus.ON_HOLD;
    }
}
