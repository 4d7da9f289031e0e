package io.plumbline.plans;

import io.plumbline.access.SystemActor;
import io.plumbline.plans.PlanJudgingService.Waiting;
import io.plumbline.shared.ids.PlanId;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has courses judged again on their day, and all of them after the step rules have changed: a part in each run, on one node
 * at a time. One that cannot be judged now waits for the next round.
 */
@Component
class PlanJudgingJob {
    private static final Logger LOG = LoggerFactory.getLogger(PlanJudgingJob.class);
    private static final PlanId FIRST = new PlanId(new UUID(0, 0));

    /** A run ends well within the lease. */
    private static final int PLANS_AT_ONCE = 1000;

    private final PlanJudgingService judging;
    private final SystemActor system;
    private PlanId last = FIRST;

    PlanJudgingJob(PlanJudgingService judging, SystemActor system) {
        this.judging = judging;
        this.system = system;
    }

    @Scheduled(fixedDelayString = "PT1M")
    @SchedulerLock(name = "plan-courses")
    void judge() {
        var waiting = system.call(() -> judging.findAfter(last, PLANS_AT_ONCE));
        waiting.forEach(this::judge);
        last = waiting.size() < PLANS_AT_ONCE ? FIRST : waiting.getLast().plan();
    }

    private void judge(Waiting one) {
        try {
            system.run(() -> judging.judge(one.patient()));
        } catch (RuntimeException notNow) {
            LOG.info("The course of plan {} could not be judged and will be again", one.plan(), notNow);
        }
    }
}
