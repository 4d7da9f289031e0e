package io.plumbline;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;
import io.plumbline.exercises.ImportAnswersDryRun;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The portal: its look, and how it starts. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
// what the person does comes by request, so that the session notices; what others did comes by push
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("assets/tokens.css")
@StyleSheet("assets/portal.css")
@ColorScheme(ColorScheme.Value.LIGHT_DARK)
public class Plumbline implements AppShellConfigurator {
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";
    private static final int FEWEST_CARRIERS = 32;
    private static final int CARRIERS_A_PROCESSOR = 8;

    /** Starts the portal, which runs until it is told to end, or runs the command that the arguments name. */
    public static void main(String[] args) {
        shareTheMachine();
        if (ImportAnswersDryRun.isCalledBy(args)) {
            System.exit(ImportAnswersDryRun.of(args, System.out, System.err));
        }
        if (CommandRun.isCalledBy(args)) {
            System.exit(CommandRun.of(args));
        }
        SpringApplication.run(Plumbline.class, args);
    }

    /**
     * A thread of the JVM gives way to others only where it waits, one of the machine at any time: with a few times as many
     * as there are processors, a long computation delays nobody's request by more than its share.
     */
    private static void shareTheMachine() {
        if (System.getProperty(CARRIERS) == null) {
            var processors = Runtime.getRuntime().availableProcessors();
            System.setProperty(CARRIERS, String.valueOf(Math.max(FEWEST_CARRIERS, CARRIERS_A_PROCESSOR * processors)));
        }
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("icon", "favicon.svg");
    }
}
