package io.plumbline.uidl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a browser would have on its screen: the nodes of Vaadin's protocol, as the answers of the portal left them. */
final class UidlScreen {
    static final int BODY = 1;

    // Vaadin's numbers of what a node can have
    private static final int ELEMENT = 0;
    private static final int PROPERTIES = 1;
    private static final int ATTRIBUTES = 3;
    private static final int LISTENERS = 4;
    private static final int TEXT = 7;
    private static final int CLASSES = 11;

    private final Map<Integer, Node> nodes = new HashMap<>();

    /** One node: an element or a text. */
    static final class Node {
        final int id;
        private final Map<String, JsonNode> properties = new HashMap<>();
        private final Map<String, String> attributes = new HashMap<>();
        private final Set<String> listeners = new HashSet<>();
        private final List<String> classes = new ArrayList<>();
        private final Map<Integer, List<Node>> children = new HashMap<>();
        private @Nullable Node parent;
        private String tag = "";
        private String text = "";
        private boolean isVisible = true;
        private boolean isClosingTold;

        private Node(int id) {
            this.id = id;
        }

        String tag() {
            return tag;
        }

        boolean hears(String event) {
            return listeners.contains(event);
        }

        /** A property as a text; empty where there is none. */
        String property(String name) {
            var value = properties.get(name);
            return value == null || value.isNull() ? "" : value.asString();
        }

        @Nullable
        JsonNode value() {
            return properties.get("value");
        }

        /** All text in it. */
        String text() {
            return text + below().map(Node::text).collect(Collectors.joining());
        }

        private Stream<Node> below() {
            return children.values().stream().flatMap(List::stream);
        }

        Stream<Node> andAllBelow() {
            return Stream.concat(Stream.of(this), below().flatMap(Node::andAllBelow));
        }

        /** What a person would call it. */
        boolean isCalled(String name) {
            return name.equals(property("label"))
                    || name.equals(property("accessibleName"))
                    || name.equals(attributes.get("aria-label"));
        }

        private Stream<Node> andAllAbove() {
            return Stream.iterate(this, Objects::nonNull, node -> node.parent);
        }

        private boolean isShown() {
            return andAllAbove().allMatch(node -> node.isVisible && !(node.isDialog() && !node.isOpen()))
                    && andAllAbove().anyMatch(node -> node.id == BODY);
        }

        private boolean isDialog() {
            return tag.equals("vaadin-dialog");
        }

        private boolean isOpen() {
            return property("opened").equals("true");
        }

        private boolean isInOpenDialog() {
            return andAllAbove().anyMatch(node -> node.isDialog() && node.isOpen());
        }
    }

    void change(JsonNode changes) {
        for (var change : changes) {
            var node = node(change.path("node").asInt());
            switch (change.path("type").asString("")) {
                case "put" -> put(node, change);
                case "remove" -> remove(node, change);
                case "splice" -> splice(node, change);
                case "clear" -> clear(node, change.path("feat").asInt());
                case "detach" -> detach(node);
                default -> {
                    // a node that comes has been made above
                }
            }
        }
    }

    private Node node(int id) {
        return nodes.computeIfAbsent(id, Node::new);
    }

    private void put(Node node, JsonNode change) {
        var key = change.path("key").asString("");
        var value = change.path("value");
        if (change.has("nodeValue")) {
            adopt(node, node(change.path("nodeValue").asInt()));
        }
        switch (change.path("feat").asInt()) {
            case ELEMENT -> {
                if (key.equals("tag")) {
                    node.tag = value.asString("");
                } else if (key.equals("visible")) {
                    node.isVisible = value.asBoolean(true);
                } else if (key.equals("payload") && change.has("nodeValue")) {
                    node.children
                            .computeIfAbsent(ELEMENT, none -> new ArrayList<>())
                            .add(node(change.path("nodeValue").asInt()));
                }
            }
            case PROPERTIES -> {
                node.properties.put(key, value);
                node.isClosingTold &= !key.equals("opened");
            }
            case ATTRIBUTES -> node.attributes.put(key, value.asString(""));
            case LISTENERS -> node.listeners.add(key);
            case TEXT -> node.text = value.asString("");
            default -> {
                // nothing that is read here
            }
        }
    }

    private static void remove(Node node, JsonNode change) {
        var key = change.path("key").asString("");
        switch (change.path("feat").asInt()) {
            case PROPERTIES -> node.properties.remove(key);
            case ATTRIBUTES -> node.attributes.remove(key);
            case LISTENERS -> node.listeners.remove(key);
            default -> {
                // nothing that is read here
            }
        }
    }

    private void splice(Node node, JsonNode change) {
        if (change.path("feat").asInt() == CLASSES) {
            spliceClasses(node.classes, change);
            return;
        }
        var children = node.children.computeIfAbsent(change.path("feat").asInt(), none -> new ArrayList<>());
        var index = Math.min(change.path("index").asInt(), children.size());
        for (int i = 0; i < change.path("remove").asInt(0) && index < children.size(); i++) {
            children.remove(index).parent = null;
        }
        for (var added : change.path("addNodes")) {
            var child = node(added.asInt());
            adopt(node, child);
            children.add(index++, child);
        }
    }

    private static void spliceClasses(List<String> classes, JsonNode change) {
        var index = Math.min(change.path("index").asInt(), classes.size());
        for (int i = 0; i < change.path("remove").asInt(0) && index < classes.size(); i++) {
            classes.remove(index);
        }
        for (var added : change.path("add")) {
            classes.add(index++, added.asString(""));
        }
    }

    private static void adopt(Node parent, Node child) {
        child.parent = parent;
    }

    private static void clear(Node node, int feature) {
        Optional.ofNullable(node.children.remove(feature)).stream()
                .flatMap(List::stream)
                .forEach(child -> child.parent = null);
    }

    private void detach(Node node) {
        nodes.remove(node.id);
        var parent = node.parent;
        if (parent != null) {
            parent.children.values().forEach(children -> children.remove(node));
        }
    }

    Optional<Node> first(Predicate<Node> wanted) {
        return nodes.values().stream().filter(wanted).filter(Node::isShown).min((a, b) -> Integer.compare(a.id, b.id));
    }

    Node field(String label) {
        return findField(label).orElseThrow(() -> new NotOnScreen("field \"" + label + "\"", this));
    }

    Optional<Node> findField(String label) {
        return first(node -> node.tag().startsWith("vaadin-") && node.isCalled(label));
    }

    Optional<Node> button(String words, boolean isInDialog) {
        return first(node -> node.hears("click")
                && (node.andAllBelow().anyMatch(part -> part.text().strip().equals(words)) || node.isCalled(words))
                && (!isInDialog || node.isInOpenDialog()));
    }

    /** What the text fields of the dialog that is open ask, in their order. */
    List<String> askedInDialog() {
        return nodes.values().stream()
                .filter(node -> node.tag.equals("vaadin-text-field") && node.isInOpenDialog() && node.isShown())
                .sorted(Comparator.comparingInt(node -> node.id))
                .map(node -> node.property("label"))
                .toList();
    }

    Node ofClass(String name) {
        return first(node -> node.classes.contains(name)).orElseThrow(() -> new NotOnScreen("." + name, this));
    }

    /** What a person typed stays on the screen without a word of the portal. */
    void keep(Node field, JsonNode value) {
        field.properties.put("value", value);
    }

    /** Whether a text with these words is shown. */
    boolean says(String words) {
        return first(node -> node.text.contains(words)).isPresent();
    }

    /** Dialogs that the portal has closed, each once: a browser says when they are gone. */
    List<Node> takeClosed() {
        var closed = nodes.values().stream()
                .filter(node -> node.isDialog() && node.hears("closed") && !node.isOpen() && !node.isClosingTold)
                .filter(node -> node.properties.containsKey("opened"))
                .toList();
        closed.forEach(node -> node.isClosingTold = true);
        return closed;
    }

    /** The ids of all that is on the page, without the page itself. */
    List<Integer> ids() {
        var body = nodes.get(BODY);
        return body == null
                ? List.of()
                : body.andAllBelow()
                        .map(node -> node.id)
                        .filter(id -> id != BODY)
                        .toList();
    }

    List<String> texts() {
        var body = nodes.get(BODY);
        return body == null
                ? List.of()
                : body.andAllBelow()
                        .filter(node -> !node.text.isBlank() && node.isShown())
                        .map(node -> node.text.strip())
                        .toList();
    }
}
