package io.plumbline.access.web;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.StateNode;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.ServerRpcHandler;
import com.vaadin.flow.server.communication.UidlRequestHandler;
import com.vaadin.flow.server.communication.rpc.RpcInvocationHandler;
import com.vaadin.flow.shared.JsonConstants;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks each request of an open screen before it is processed: the number of calls, the length of each text, and
 * whether the part of the screen is shown. The browser enforces all of it, but a client without a browser does not.
 */
@Component
class ScreenMessages implements VaadinServiceInitListener {
    private static final Logger LOG = LoggerFactory.getLogger(ScreenMessages.class);

    /** An intake note with its fifty safety questions sends hundreds of calls when it is drawn. */
    static final int MOST_CALLS = 1_000;

    /** Includes the properties that a screen with many fields reports when it is drawn. */
    static final int MOST_IN_ALL = 2_000;

    /** Applies to fields without a length of their own, such as search fields. */
    static final int LONGEST_VALUE = 2_000;

    /** What a person does on the screen, unlike a value that the browser reports when it redraws. */
    private static final Set<String> DONE_AT_A_NODE =
            Set.of(JsonConstants.RPC_TYPE_EVENT, JsonConstants.RPC_PUBLISHED_SERVER_EVENT_HANDLER);

    private static final String VALUE = "value";
    private static final String LENGTH_OF_FIELD = "maxlength";

    @Override
    public void serviceInit(ServiceInitEvent event) {
        // handlers added here run before those of Flow
        event.addRequestHandler(new Handler());
    }

    private static final class TooMuchAtOnce extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuchAtOnce(int calls) {
            super(calls + " calls in one message");
        }
    }

    private static final class Handler extends UidlRequestHandler {
        private static final long serialVersionUID = 1L;

        @Override
        protected ServerRpcHandler createRpcHandler() {
            return new Calls();
        }

        @Override
        public Optional<ResponseWriter> synchronizedHandleRequest(
                VaadinSession session, VaadinRequest request, VaadinResponse response, String body) throws IOException {
            try {
                return super.synchronizedHandleRequest(session, request, response, body);
            } catch (TooMuchAtOnce refused) {
                LOG.warn("Refused: {}", refused.getMessage());
                return Optional.of(() -> commitJsonResponse(response, ScreenMessageSize.tooMuch()));
            }
        }
    }

    private static final class Calls extends ServerRpcHandler {
        private static final long serialVersionUID = 1L;

        @Override
        protected void handleRpc(UI ui, String message, VaadinRequest request, RpcRequest calls)
                throws MessageIdSyncException {
            var all = calls.getRpcInvocationsData();
            if (all != null) {
                if (all.size() > MOST_IN_ALL
                        || all.valueStream().filter(Calls::isDone).count() > MOST_CALLS) {
                    throw new TooMuchAtOnce(all.size());
                }
                all.forEach(call -> shorten(ui, call));
            }
            super.handleRpc(ui, message, request, calls);
        }

        @Override
        protected Map<String, RpcInvocationHandler> getInvocationHandlers() {
            var handlers = new HashMap<>(super.getInvocationHandlers());
            DONE_AT_A_NODE.forEach(type -> handlers.computeIfPresent(type, (t, flows) -> new UnlessHidden(flows)));
            return handlers;
        }

        private static boolean isDone(JsonNode call) {
            return !JsonConstants.RPC_TYPE_MAP_SYNC.equals(
                    call.path(JsonConstants.RPC_TYPE).asString(""));
        }

        /** Truncates a text as the browser would have, and updates the field on the screen. */
        private static void shorten(UI ui, JsonNode call) {
            if (!(call instanceof ObjectNode sync)
                    || !JsonConstants.RPC_TYPE_MAP_SYNC.equals(
                            sync.path(JsonConstants.RPC_TYPE).asString(""))
                    || !sync.path(JsonConstants.RPC_PROPERTY_VALUE).isString()) {
                return;
            }
            var text = sync.path(JsonConstants.RPC_PROPERTY_VALUE).asString();
            var node = ui.getInternals()
                    .getStateTree()
                    .getNodeById(sync.path(JsonConstants.RPC_NODE).asInt(-1));
            if (node == null || !node.hasFeature(ElementPropertyMap.class)) {
                return;
            }
            var property = sync.path(JsonConstants.RPC_PROPERTY).asString("");
            var element = Element.get(node);
            var longest = property.equals(VALUE) ? element.getProperty(LENGTH_OF_FIELD, LONGEST_VALUE) : LONGEST_VALUE;
            if (text.length() > longest) {
                var cut =
                        text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
                sync.put(JsonConstants.RPC_PROPERTY_VALUE, cut);
                element.executeJs("this[$1] = $0", cut, property);
            }
        }
    }

    /**
     * Ignores what cannot have been done because the part of the screen is hidden. Flow ignores it for a hidden
     * component alone, not for those inside it.
     */
    private record UnlessHidden(RpcInvocationHandler flows) implements RpcInvocationHandler {
        @Override
        public String getRpcType() {
            return flows.getRpcType();
        }

        @Override
        public Optional<Runnable> handle(UI ui, JsonNode call) {
            var node = ui.getInternals()
                    .getStateTree()
                    .getNodeById(call.path(JsonConstants.RPC_NODE).asInt(-1));
            return isHidden(node) ? Optional.empty() : flows.handle(ui, call);
        }

        private static boolean isHidden(@Nullable StateNode node) {
            return Stream.iterate(node, Objects::nonNull, StateNode::getParent).anyMatch(each -> !each.isVisible());
        }
    }
}
