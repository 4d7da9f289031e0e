package io.plumbline.audit.checkpoints;

import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** What the portal does with checkpoints by the clock, for tests of other packages. */
public final class CheckpointSteps {
    private CheckpointSteps() {}

    /** Looks whether a checkpoint is to be mailed. */
    public static void lookForMail(ApplicationContext portal) {
        portal.getBean(CheckpointMailJob.class).look();
    }

    /** Returns a look of a job of its own, as another node has it: nothing but the store is shared. */
    public static Runnable mailJobOfAnotherNode(ApplicationContext portal) {
        return portal.getAutowireCapableBeanFactory().createBean(CheckpointMailJob.class)::look;
    }

    /** Returns what is wrong with the mails. */
    public static Optional<String> alarmOfMail(ApplicationContext portal) {
        return portal.getBean(CheckpointMailJob.class).alarm();
    }
}
