package io.plumbline.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.communication.AtmospherePushConnection;
import com.vaadin.flow.server.communication.PushConnectionFactory;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What comes by the socket of a screen is not read. */
class OneWayPushTest {
    @Test
    void flowUsesOneWayPushWhichRefusesIncomingMessages() {
        var found = ServiceLoader.load(PushConnectionFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        assertThat(found).singleElement().isInstanceOf(OneWayPush.class);
        var push = (AtmospherePushConnection) found.getFirst().apply(new UI());
        assertThatThrownBy(() -> push.getOrCreateFragmentedMessage(null)).isInstanceOf(OneWayPush.MessageByPush.class);
    }
}
