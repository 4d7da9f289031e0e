package io.plumbline.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The mail server of a portal of the tests. */
public class TestMail implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static GreenMail server = onPort(0);
    private static int port;

    /** The server that runs. */
    public static synchronized GreenMail server() {
        if (port == 0) {
            server.start();
            port = server.getSmtp().getPort();
        }
        return server;
    }

    /** Lets it be away while something is done. */
    public static synchronized void away(Runnable action) {
        server().stop();
        try {
            action.run();
        } finally {
            server = onPort(port);
            server.start();
        }
    }

    private static GreenMail onPort(int port) {
        return new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "mail server of the tests",
                        Map.of(
                                "spring.mail.host",
                                "127.0.0.1",
                                "spring.mail.port",
                                server().getSmtp().getPort(),
                                // GreenMail offers no STARTTLS
                                "spring.mail.properties.mail.smtp.starttls.required",
                                false)));
    }
}
