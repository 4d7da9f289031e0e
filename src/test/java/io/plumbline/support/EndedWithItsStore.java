package io.plumbline.support;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Ends the portal of a test after the last test of the run. One that still writes when it ends would else find its
 * store gone: the JVM ends both at once.
 */
public class EndedWithItsStore implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext test) {
        var portal = (ConfigurableApplicationContext) SpringExtension.getApplicationContext(test);
        test.getRoot().getStore(Namespace.create(EndedWithItsStore.class)).computeIfAbsent(portal, first ->
                (AutoCloseable) portal::close);
    }
}
