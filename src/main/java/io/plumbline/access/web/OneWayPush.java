package io.plumbline.access.web;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.communication.AtmospherePushConnection;
import com.vaadin.flow.server.communication.PushConnection;
import com.vaadin.flow.server.communication.PushConnectionFactory;
import org.atmosphere.cpr.AtmosphereResource;

/**
 * Push from server to browser only. The portal's own pages send user actions by requests, where limits apply; a message
 * received through the socket does not come from them.
 */
public final class OneWayPush implements PushConnectionFactory {
    private static final long serialVersionUID = 1L;

    @Override
    public PushConnection apply(UI screen) {
        return new ToBrowser(screen);
    }

    /** Thrown for a message received by push, which is not read. */
    public static final class MessageByPush extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        MessageByPush() {
            super("A message came by push");
        }
    }

    private static final class ToBrowser extends AtmospherePushConnection {
        private static final long serialVersionUID = 1L;

        ToBrowser(UI screen) {
            super(screen);
        }

        @Override
        public FragmentedMessage getOrCreateFragmentedMessage(AtmosphereResource resource) {
            throw new MessageByPush();
        }
    }
}
