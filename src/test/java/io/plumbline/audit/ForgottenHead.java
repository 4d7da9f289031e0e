package io.plumbline.audit;

import io.plumbline.support.StoreRestored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the portal of a test forget the head that it noted of a trail before its store was restored. */
@Component
@Profile("test")
class ForgottenHead {
    private final NotedHeadFile noted;

    ForgottenHead(NotedHeadFile noted) {
        this.noted = noted;
    }

    @EventListener(StoreRestored.class)
    void forget() throws IOException {
        if (noted.isKept()) {
            Files.deleteIfExists(Path.of(noted.toString()));
        }
    }
}
