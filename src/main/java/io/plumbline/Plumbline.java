package io.plumbline;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import io.plumbline.answers.ImportAnswersDryRunCommand;
import io.plumbline.backup.BackupFileCommand;
import io.plumbline.backup.RunningPortal;
import io.plumbline.startup.CommandRun;
import io.plumbline.startup.StoreEncryptionCommand;
import io.plumbline.startup.TrainingRun;
import java.io.IOException;
import java.util.Locale;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.util.ClassUtils;

/** The application and its startup. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
// Vaadin searches these packages for routes at each start, and nothing else of the portal
@EnableVaadin({"io.plumbline.*.ui", "io.plumbline.shell", "io.plumbline.today"})
public class Plumbline {
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";
    private static final int FEWEST_CARRIERS = 32;
    private static final int CARRIERS_A_PROCESSOR = 8;

    /**
     * Starts the portal, which runs until it is stopped, or runs the command that the arguments name.
     *
     * @throws IOException if the sign-in page of a training run does not answer
     */
    public static void main(String[] args) throws IOException {
        useOneLocale();
        shareTheMachine();
        if (ImportAnswersDryRunCommand.isCalledBy(args)) {
            System.exit(ImportAnswersDryRunCommand.of(args, System.out, System.err));
        }
        if (StoreEncryptionCommand.isCalledBy(args)) {
            System.exit(StoreEncryptionCommand.of(args, System.out, System.err));
        }
        if (BackupFileCommand.isCalledBy(args)) {
            System.exit(BackupFileCommand.of(Plumbline.class, args, System.out, System.err));
        }
        if (RunningPortal.isToMake(args)) {
            var status = RunningPortal.backup(args[1], System.out, System.err);
            if (status.isPresent()) {
                System.exit(status.getAsInt());
            }
        }
        if (TrainingRun.isCalledBy(args)) {
            useBeansOfTheBuild();
            System.exit(TrainingRun.of(Plumbline.class));
        }
        if (CommandRun.isCalledBy(args)) {
            System.exit(CommandRun.of(Plumbline.class, args));
        }
        useBeansOfTheBuild();
        SpringApplication.run(Plumbline.class, args);
    }

    /**
     * Starts from the bean definitions that the build worked out and packed beside the classes, where they are: the
     * start need not search for them. Commands work them out themselves, because they need fewer.
     */
    private static void useBeansOfTheBuild() {
        var isPacked = ClassUtils.isPresent(Plumbline.class.getName() + "__ApplicationContextInitializer", null);
        if (isPacked
                && System.getProperty(AotDetector.AOT_ENABLED) == null
                && !Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            System.setProperty(AotDetector.AOT_ENABLED, String.valueOf(true));
        }
    }

    /**
     * Writes numbers and dates for machines in one way, wherever the portal runs. Some locales have digits of their own,
     * which a text formatted in the default locale would take into SQL and drawings. What a person reads is formatted in
     * the locale that they chose.
     */
    private static void useOneLocale() {
        Locale.setDefault(Locale.US);
    }

    /**
     * Raises the number of carrier threads to a small multiple of the processors. A virtual thread gives way only when
     * it blocks, a platform thread at any time: this way, a long computation delays other requests by no more than its
     * share.
     */
    private static void shareTheMachine() {
        if (System.getProperty(CARRIERS) == null) {
            var processors = Runtime.getRuntime().availableProcessors();
            System.setProperty(CARRIERS, String.valueOf(Math.max(FEWEST_CARRIERS, CARRIERS_A_PROCESSOR * processors)));
        }
    }
}
