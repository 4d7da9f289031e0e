package io.plumbline.support;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.StateNode;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.UidlRequestHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a browser sends to the open screen, and what no browser of ours would send: each message goes through the portal's
 * own handler of requests, as it comes over HTTP.
 */
public final class ClientMessages {
    /** The key of no row and no choice. */
    public static final String FOREIGN_KEY = "987654";

    private static final int ELEMENT_PROPERTIES = 1;
    private static final List<String> PROPERTIES =
            List.of("value", "checked", "selected", "selectedItem", "selectedItems", "selectedValues", "opened");
    private static final Set<String> MODIFIERS =
            Set.of("event.altKey", "event.ctrlKey", "event.metaKey", "event.shiftKey");

    private static final Field LISTENERS = listeners();

    private ClientMessages() {}

    /** Sends all of them in one message; returns the answer to the browser. */
    public static String send(List<ObjectNode> calls) {
        var screen = UI.getCurrent();
        var message = JsonNodeFactory.instance.objectNode();
        message.put("csrfToken", screen.getCsrfToken());
        message.set("rpc", JsonNodeFactory.instance.arrayNode().addAll(calls));
        message.put("syncId", screen.getInternals().getServerSyncId());
        message.put("clientId", screen.getInternals().getLastProcessedClientToServerId() + 1);
        try {
            var answer = new MockHttpServletResponse();
            var response = new VaadinServletResponse(answer, (VaadinServletService) VaadinService.getCurrent());
            var writer = handler()
                    .synchronizedHandleRequest(
                            VaadinSession.getCurrent(), request(screen), response, message.toString());
            if (writer.isPresent()) {
                writer.get().writeResponse();
            }
            return answer.getContentAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first that takes messages, which is the portal's own. */
    private static UidlRequestHandler handler() {
        for (var one : VaadinService.getCurrent().getRequestHandlers()) {
            if (one instanceof UidlRequestHandler handler) {
                return handler;
            }
        }
        throw new IllegalStateException("Nothing takes messages");
    }

    private static VaadinRequest request(UI screen) {
        var open = (HttpServletRequest) VaadinServletRequest.getCurrent().getHttpServletRequest();
        return new VaadinServletRequest(
                new HttpServletRequestWrapper(open) {
                    @Override
                    public @Nullable String getParameter(String name) {
                        return name.equals("v-uiId") ? String.valueOf(screen.getUIId()) : super.getParameter(name);
                    }
                },
                (VaadinServletService) VaadinService.getCurrent());
    }

    /** All nodes of the screen: what is shown, what is hidden, and the dialogs above it. */
    public static List<StateNode> nodes() {
        return within(UI.getCurrent().getInternals().getStateTree().getRootNode());
    }

    /** A node and all below it. */
    public static List<StateNode> within(StateNode node) {
        var all = new ArrayList<StateNode>();
        node.visitNodeTree(all::add);
        return all.stream()
                .filter(each -> each.hasFeature(ElementPropertyMap.class))
                .toList();
    }

    /** Whether Flow takes the property from the browser at all; another one fails the whole message. */
    public static boolean isSynchronized(StateNode node, String property) {
        return node.hasFeature(ElementListenerMap.class)
                && node.getFeature(ElementListenerMap.class).getPropertySynchronizationMode(property) != null;
    }

    /** Every event that the server listens to, every property that a browser could want to change, every method. */
    public static List<ObjectNode> everythingAbout(StateNode node) {
        var element = Element.get(node);
        return Stream.of(
                        listened(node).stream().map(event -> event(node, event)),
                        PROPERTIES.stream()
                                .filter(property -> isSynchronized(node, property))
                                .map(property -> property(node, property, other(element, property))),
                        element.getComponent().stream()
                                .flatMap(component -> callable(component.getClass()))
                                .map(method -> call(node, method)))
                .flatMap(each -> each)
                .toList();
    }

    /** The events that the server listens to at this node. */
    public static Set<String> listened(StateNode node) {
        if (!node.hasFeature(ElementListenerMap.class)) {
            return Set.of();
        }
        try {
            var listeners = (Map<?, ?>) LISTENERS.get(node.getFeature(ElementListenerMap.class));
            return listeners == null
                    ? Set.of()
                    : listeners.keySet().stream().map(String.class::cast).collect(Collectors.toSet());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Flow tells nobody what it listens to. */
    private static Field listeners() {
        try {
            var field = ElementListenerMap.class.getDeclaredField("listeners");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** That something happened in the browser; a row or a choice that it names does not exist. */
    public static ObjectNode event(StateNode node, String event) {
        var data = JsonNodeFactory.instance.objectNode();
        for (var asked : node.getFeature(ElementListenerMap.class).getExpressions(event)) {
            if (MODIFIERS.contains(asked) || asked.contains("=") || asked.contains("!")) {
                data.put(asked, !MODIFIERS.contains(asked));
            } else if (asked.contains("ey")) {
                data.put(asked, FOREIGN_KEY);
            } else {
                data.put(asked, 0);
            }
        }
        return about(node, "event").put("event", event).set("data", data);
    }

    /** That a property has another value in the browser. */
    public static ObjectNode property(StateNode node, String property, JsonNode value) {
        return about(node, "mSync")
                .put("feature", ELEMENT_PROPERTIES)
                .put("property", property)
                .set("value", value);
    }

    private static ObjectNode call(StateNode node, Method method) {
        var arguments = JsonNodeFactory.instance.arrayNode();
        Arrays.stream(method.getParameterTypes()).forEach(type -> argument(arguments, type));
        return about(node, "publishedEventHandler")
                .put("templateEventMethodName", method.getName())
                .put("promise", -1)
                .set("templateEventMethodArgs", arguments);
    }

    private static void argument(ArrayNode arguments, Class<?> type) {
        if (type == String.class) {
            arguments.add(FOREIGN_KEY);
        } else if (type == boolean.class || type == Boolean.class) {
            arguments.add(true);
        } else if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            arguments.add(0);
        } else {
            arguments.addNull();
        }
    }

    private static Stream<Method> callable(Class<?> type) {
        return Stream.<Class<?>>iterate(type, each -> each != null, Class::getSuperclass)
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(ClientCallable.class));
    }

    private static JsonNode other(Element element, String property) {
        var values = JsonNodeFactory.instance;
        return switch (element.getPropertyRaw(property)) {
            case Boolean is -> values.booleanNode(!is);
            case Number ignored -> values.numberNode(7);
            case null ->
                switch (property) {
                    case "checked", "selected", "opened" -> values.booleanNode(true);
                    default -> values.stringNode(FOREIGN_KEY);
                };
            default -> values.stringNode(FOREIGN_KEY);
        };
    }

    private static ObjectNode about(StateNode node, String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put("node", node.getId());
    }
}
