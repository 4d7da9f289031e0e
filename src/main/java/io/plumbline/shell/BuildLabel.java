package io.plumbline.shell;

import java.util.Optional;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** Names the build that runs, such as <i>Plumbline 0.1.0 (abc1234)</i>, for whoever reports a fault. */
@Component
final class BuildLabel {
    /** What a build says that was made from an archive of the sources. */
    private static final String NO_COMMIT = "unknown";

    private final String text;

    /** Without a build, as when a development tool starts the classes, there is the name alone. */
    BuildLabel(Optional<BuildProperties> build) {
        text = build.map(BuildLabel::textOf).orElse("Plumbline");
    }

    String text() {
        return text;
    }

    private static String textOf(BuildProperties build) {
        var commit = build.get("commit");
        var named = "Plumbline " + build.getVersion();
        return commit == null || commit.equals(NO_COMMIT) ? named : named + " (" + commit + ")";
    }
}
