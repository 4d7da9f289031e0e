package io.plumbline.startup;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import io.plumbline.shared.Command;
import io.plumbline.shared.StartRefused;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/** Runs a command on the database without a web server or screens; standard output is only for its result. */
public final class CommandRun {
    /** Set to the words of the command while it runs. */
    static final String PROPERTY = "plumbline.command";

    /** The commands by name: one that does not exist is refused before anything is opened. */
    static final Set<String> NAMES =
            Set.of("audit accept", "audit verify", "backup", "import-answers", "import-diagnoses", UpgradeCommand.NAME);

    /** The words of commands that read a backup: they leave the store and its folder alone. */
    private static final String ON_BACKUP = "on-backup";

    private static final int UNKNOWN = 2;
    private static final int REFUSED = 2;

    private CommandRun() {}

    /** Returns whether the arguments call a command instead of starting the portal. */
    public static boolean isCalledBy(String[] arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("-");
    }

    /**
     * Runs the command that the arguments name.
     *
     * @param application the class of the application
     * @return the exit status
     */
    public static int of(Class<?> application, String[] arguments) {
        var words = String.join(" ", arguments);
        if (NAMES.stream().noneMatch(name -> isNamed(name, words))) {
            System.err.println("Plumbline has no command \"" + words + "\". ./portal help lists them.");
            return UNKNOWN;
        }
        if (UpgradeCommand.isMisused(arguments)) {
            System.err.println("The command upgrade takes no arguments.");
            return UNKNOWN;
        }
        var answer = System.out;
        // logs and output of libraries go to standard error, not into the result
        System.setOut(System.err);
        return of(application, List.of(List.of(arguments)), answer, Map.of());
    }

    /**
     * Runs known commands with other settings, one after the other up to the first that fails. They share one start, which
     * takes longer than most of them; what it does to the store is for the first to say.
     *
     * @param application the class of the application
     * @param settings by name; they count more than those of the environment
     * @return the exit status of the last that ran
     */
    public static int of(
            Class<?> application, List<List<String>> commands, PrintStream answer, Map<String, String> settings) {
        var first = String.join(" ", commands.getFirst());
        var others = settings.entrySet().stream().map(one -> "--" + one.getKey() + "=" + one.getValue());
        try (var context = new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .initializers(CommandRun::removeJobs)
                .run(Stream.concat(
                                Stream.of(
                                        "--" + PROPERTY + "=" + first,
                                        "--spring.autoconfigure.exclude=" + SpringBootAutoConfiguration.class.getName(),
                                        // the one sentence on why the start failed is enough
                                        "--logging.level.org.springframework.context=ERROR",
                                        "--logging.level.com.vaadin=ERROR"),
                                others)
                        .toArray(String[]::new))) {
            var known = context.getBeansOfType(Command.class).values();
            var status = 0;
            for (var words = commands.iterator(); status == 0 && words.hasNext(); ) {
                status = run(known, words.next(), answer);
            }
            return status;
        } catch (BeansException failed) {
            // lazy beans are created only now, after startup and its failure analyzers
            System.err.println(StartRefused.in(failed).orElseThrow(() -> failed).sentence());
            return REFUSED;
        }
    }

    private static int run(Collection<Command> known, List<String> words, PrintStream answer) {
        var called = known.stream()
                .filter(command -> isNamed(command.name(), String.join(" ", words)))
                .findFirst()
                .orElseThrow();
        var own = called.name().split(" ").length;
        return called.run(words.subList(own, words.size()), answer);
    }

    /** A command does what it is called for, and no job beside it. */
    static void removeJobs(ConfigurableApplicationContext context) {
        context.addBeanFactoryPostProcessor(beans -> ((BeanDefinitionRegistry) beans)
                .removeBeanDefinition(TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME));
    }

    /**
     * Reads the portal's settings for a command that reads a backup. No store is opened, and none need be there.
     *
     * @throws StartRefused if they are not valid
     */
    public static ConfigurableApplicationContext settingsForBackup() {
        return new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run("--" + PROPERTY + "=" + ON_BACKUP);
    }

    /** Returns whether the portal's settings are read for a command that reads a backup. */
    static boolean isOnBackup(Environment environment) {
        return environment.getProperty(PROPERTY, "").equals(ON_BACKUP);
    }

    /** Only the settings are read, and the clock that goes by them. */
    @Import(ClockConfig.class)
    static class Settings {}

    private static boolean isNamed(String name, String words) {
        return (words + " ").startsWith(name + " ");
    }
}
