package io.plumbline.uidl;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tab of a signed-in browser without a screen: speaks the protocol of Vaadin as its client does, by requests alone.
 * It is one thread's. Whatever the portal does not answer as it should is an exception: {@link PortalLost} where the
 * answer did not come, {@link PortalRefused} where it was another, {@link NotOnScreen} where there was nothing to press.
 */
public final class UidlTab {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern MESSAGE = Pattern.compile("role=\"alert\">([^<]+)<");
    private static final int MOST_SIGN_INS = 10;
    private static final String WINDOW = "&v-sh=900&v-sw=1280&v-wh=900&v-ww=1280&v-bh=900&v-bw=1280&v-curdate=0&v-tzo=0"
            + "&v-dstd=0&v-rtzo=0&v-dston=false&v-tzid=UTC&v-wn=v-1&v-td=false&v-pr=1&v-cs=light&v-pv=VISIBLE&v-tn=aura";

    /** As often as the page of a browser: the portal closes a tab of which it hears nothing for three times as long. */
    private static final long BETWEEN_HEARTBEATS_NS = Duration.ofSeconds(60).toNanos();

    private static final int LONGEST_WORDS = 1_000;
    private static final int MOST_ITEMS = 50;

    private final LoopbackBrowser browser;
    private UidlScreen screen = new UidlScreen();
    private UidlGrids grids = new UidlGrids();
    private String csrfToken = "";
    private String route = "";
    private int uiId;
    private int syncId;
    private int clientId;
    private int targets;
    private int visited;
    private long lastHeartbeat;

    /** @param portal its address on this machine, which ends with a slash */
    public UidlTab(HttpClient client, URI portal) {
        browser = new LoopbackBrowser(client, portal);
    }

    private UidlTab(LoopbackBrowser browser) {
        this.browser = browser;
    }

    /** Returns another tab of the same browser, with its cookies. */
    public UidlTab another() {
        return new UidlTab(browser);
    }

    /** Signs in by the form; as the page asks, again after ten seconds where too many others sign in at that moment. */
    public void signIn(String username, String password) {
        for (int again = MOST_SIGN_INS; ; again--) {
            var token = TOKEN.matcher(browser.get("login").body());
            if (!token.find()) {
                throw new PortalRefused("The page to sign in has no form");
            }
            var answer =
                    browser.post("login", Map.of("username", username, "password", password, "_csrf", token.group(1)));
            if (answer.status() == 302 && !answer.isToSignIn()) {
                return;
            }
            var message = MESSAGE.matcher(answer.body());
            var said = message.find() ? message.group(1) : answer.location();
            if (again == 1 || !said.contains("was not checked")) {
                throw new PortalRefused(username + " cannot sign in: " + answer.status() + " " + said);
            }
            LockSupport.parkNanos(Duration.ofSeconds(10).toNanos());
        }
    }

    /** Opens an address in a new window: the page, then what is on it. */
    public void open(String address) {
        var page = browser.get(address);
        if (page.status() != 200) {
            throw new PortalRefused("/" + address + " answers " + page.status() + " " + page.location());
        }
        screen = new UidlScreen();
        grids = new UidlGrids();
        var initial = parsed(
                browser.get("?v-r=init&location=" + LoopbackBrowser.encoded(address) + "&query=" + WINDOW), "init");
        var app = initial.path("appConfig");
        uiId = app.path("v-uiId").asInt();
        lastHeartbeat = System.nanoTime();
        csrfToken = app.path("uidl").path("Vaadin-Security-Key").asString("");
        take(app.path("uidl"));
        go(address);
    }

    /** Goes to another address in the same window, as a link does. */
    public void go(String address) {
        var parts = address.split("\\?", 2);
        var data = JSON.createObjectNode();
        data.put("route", "/" + parts[0]);
        data.put("query", parts.length > 1 ? parts[1] : "");
        data.put("appShellTitle", "");
        data.set("historyState", JSON.createObjectNode().put("idx", visited++));
        data.put("trigger", "");
        route = address;
        send(List.of(event(UidlScreen.BODY, "ui-navigate", data)));
    }

    /** The address at which the tab is. */
    public String route() {
        return route;
    }

    /** Types a text into the field of this label, and leaves it. */
    public void type(String label, String text) {
        var field = screen.field(label);
        change(field, JSON.getNodeFactory().stringNode(text));
        if (field.hears("blur")) {
            send(List.of(
                    event(field.id, "blur", JSON.createObjectNode().put("event.target._nextBlurIsFromClient", true))));
        }
    }

    /** Chooses one of the options of a group of buttons or a list. */
    public void choose(String label, String option) {
        var field = screen.field(label);
        change(field, option(field, label, option));
    }

    /** What a group of buttons or a list offers, in its order. */
    public List<String> options(String label) {
        var field = screen.field(label);
        return field.andAllBelow()
                .filter(node -> node != field && node.value() != null)
                .map(node -> node.text().strip())
                .toList();
    }

    /** Opens a combo box and chooses the first item that it tells; returns its name. */
    public String chooseFirst(String label) {
        var field = screen.field(label);
        var opening = call(field.id, "setViewportRange", 0, MOST_ITEMS);
        ((ArrayNode) opening.path("templateEventMethodArgs")).add("");
        send(List.of(opening));
        var first = grids.rows(field.id).stream()
                .findFirst()
                .orElseThrow(() -> new NotOnScreen("an item of \"" + label + "\"", screen));
        change(field, first.path("key"));
        return first.path("label").asString("");
    }

    /** Ticks one more box of a group. */
    public void tick(String label, String option) {
        var field = screen.field(label);
        var ticked = JSON.createArrayNode();
        if (field.value() instanceof ArrayNode before) {
            ticked.addAll(before);
        }
        ticked.add(option(field, label, option));
        change(field, ticked);
    }

    private JsonNode option(UidlScreen.Node field, String label, String option) {
        return field.andAllBelow()
                .filter(node -> node != field && node.value() != null)
                .filter(node -> node.text().strip().equals(option) || node.isCalled(option))
                .map(UidlScreen.Node::value)
                .findFirst()
                .orElseThrow(() -> new NotOnScreen("\"" + option + "\" of \"" + label + "\"", screen));
    }

    private void change(UidlScreen.Node field, JsonNode value) {
        send(changeOf(field, value));
    }

    private List<ObjectNode> changeOf(UidlScreen.Node field, JsonNode value) {
        var sync = JSON.createObjectNode().put("type", "mSync").put("node", field.id);
        sync.put("feature", 1).put("property", "value").set("value", value);
        var data = JSON.createObjectNode();
        String told;
        if (field.hears("input")) {
            told = "input";
            // the last of the keys, after the pause that the field waits for
            data.put("1", 1).put("for", "trailing");
        } else {
            told = field.hears("change") ? "change" : "value-changed";
        }
        screen.keep(field, value);
        return List.of(sync, event(field.id, told, data));
    }

    /** Presses the button of these words. */
    public void press(String words) {
        press(words, false);
    }

    /** Presses the button of these words in the dialog that is open. */
    public void pressInDialog(String words) {
        press(words, true);
    }

    /** What the text fields of the dialog that is open ask, in their order; empty where none is open. */
    public List<String> askedInDialog() {
        return screen.askedInDialog();
    }

    /** Whether there is a button of these words. */
    public boolean hasButton(String words) {
        return screen.button(words, false).isPresent();
    }

    private void press(String words, boolean isInDialog) {
        var button =
                screen.button(words, isInDialog).orElseThrow(() -> new NotOnScreen("button \"" + words + "\"", screen));
        var data = JSON.createObjectNode();
        List.of("shiftKey", "metaKey", "ctrlKey", "altKey").forEach(key -> data.put("event." + key, false));
        List.of("clientX", "clientY", "screenX", "screenY").forEach(place -> data.put("event." + place, 10));
        data.put("event.detail", 1).put("event.button", 0);
        send(List.of(event(button.id, "click", data)));
    }

    /** Lets the first element of a class tell of an event with one value, such as where a drawing was clicked. */
    public void tell(String className, String event, String expression, String value) {
        send(List.of(event(
                screen.ofClass(className).id, event, JSON.createObjectNode().put(expression, value))));
    }

    /** The rows of the grid of this name that are in view, each with the properties that its template draws. */
    public List<GridRow> rows(String grid) {
        var node = screen.field(grid);
        return grids.rows(node.id).stream().map(GridRow::of).toList();
    }

    /** Scrolls a grid: asks for its rows from one on. */
    public void view(String grid, int from, int rows) {
        send(List.of(call(screen.field(grid).id, "setViewportRange", from, rows)));
    }

    /** Presses what calls a function of a row, by the name that the template has for it. */
    public void pressIn(String grid, GridRow row, String function) {
        var called = screen.field(grid)
                .andAllBelow()
                .flatMap(node -> grids.functions(node.id).stream())
                .filter(some -> some.names().contains(function))
                .findFirst()
                .orElseThrow(() -> new NotOnScreen("\"" + function + "\" in the rows of \"" + grid + "\"", screen));
        var channel = JSON.createObjectNode().put("type", "channel").put("node", called.node());
        channel.put("channel", called.channel());
        channel.putArray("args").add(function).add(row.key()).add(JSON.createArrayNode());
        send(List.of(channel));
    }

    /** The id in the protocol of the field of this label. */
    public int node(String label) {
        return screen.field(label).id;
    }

    /** The ids in the protocol of all that is on the page. */
    public List<Integer> nodes() {
        return screen.ids();
    }

    /** Sends calls of the protocol as they stand, which no browser of ours would send. */
    public void send(Collection<String> calls) {
        exchange(calls.stream().map(call -> (ObjectNode) JSON.readTree(call)).toList());
    }

    /** Whether a text with these words is on the screen. */
    public boolean says(String words) {
        return screen.says(words);
    }

    /** All texts on the screen, in their order. */
    public List<String> texts() {
        return screen.texts();
    }

    /** Whether there is a field or a grid of this name. */
    public boolean hasField(String label) {
        return screen.findField(label).isPresent();
    }

    /** What stands in the field of this label. */
    public String value(String label) {
        return screen.field(label).property("value");
    }

    /** The first text that the portal gave, with its last answer, to a script which has these words in it. */
    public Optional<String> toldTo(String script) {
        return grids.called(script).stream()
                .flatMap(JsonNode::valueStream)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(text -> !text.contains(script))
                .findFirst();
    }

    /** How many bytes came over the wire. */
    public long received() {
        return browser.received();
    }

    /** How many requests were answered. */
    public long requests() {
        return browser.requests();
    }

    private static ObjectNode event(int node, String event, ObjectNode data) {
        var told =
                JSON.createObjectNode().put("type", "event").put("node", node).put("event", event);
        told.set("data", data);
        return told;
    }

    private ObjectNode call(int node, String method, int... arguments) {
        var call = JSON.createObjectNode().put("type", "publishedEventHandler").put("node", node);
        call.put("templateEventMethodName", method);
        var some = call.putArray("templateEventMethodArgs");
        for (var argument : arguments) {
            some.add(argument);
        }
        return call.put("promise", targets++);
    }

    /** Sends what a person did, then what a browser says by itself: that rows were drawn, that a dialog is gone. */
    private void send(List<ObjectNode> invocations) {
        grids.forgetCalls();
        exchange(invocations);
        for (var own = ownWords(); !own.isEmpty(); own = ownWords()) {
            exchange(own);
        }
    }

    private List<ObjectNode> ownWords() {
        var drawn = grids.takeUnconfirmed().stream().map(one -> call(one.grid(), "confirmUpdate", one.update()));
        var gone = screen.takeClosed().stream().map(one -> event(one.id, "closed", JSON.createObjectNode()));
        return Stream.concat(drawn, gone).toList();
    }

    private void exchange(List<ObjectNode> invocations) {
        sendHeartbeatIfDue();
        var message = JSON.createObjectNode().put("csrfToken", csrfToken);
        message.putArray("rpc").addAll(invocations);
        message.put("syncId", syncId).put("clientId", clientId);
        var answer = browser.postJson("?v-r=uidl&v-uiId=" + uiId, message.toString());
        var uidl = parsed(answer, "what " + described(invocations) + " did");
        take(uidl.isArray() ? uidl.path(0) : uidl);
    }

    private void sendHeartbeatIfDue() {
        if (System.nanoTime() - lastHeartbeat > BETWEEN_HEARTBEATS_NS) {
            lastHeartbeat = System.nanoTime();
            browser.post("?v-r=heartbeat&v-uiId=" + uiId, Map.of());
        }
    }

    private static String described(List<ObjectNode> invocations) {
        var words = invocations.toString();
        return words.substring(0, Math.min(words.length(), LONGEST_WORDS));
    }

    private static JsonNode parsed(LoopbackBrowser.Answer answer, String what) {
        if (answer.status() != 200) {
            throw new PortalRefused("Instead of " + what + " the portal answers " + answer.status());
        }
        var body = answer.body();
        return JSON.readTree(body.startsWith("for(;;);") ? body.substring("for(;;);".length()) : body);
    }

    private void take(JsonNode uidl) {
        var meta = uidl.path("meta");
        if (meta.has("appError") || meta.has("sessionExpired") || meta.has("resynchronize")) {
            throw new PortalRefused("The portal answers " + meta);
        }
        if (!uidl.has("syncId")) {
            throw new PortalRefused("The portal does not answer in Vaadin's protocol: " + uidl);
        }
        syncId = uidl.path("syncId").asInt();
        clientId = uidl.path("clientId").asInt(clientId);
        screen.change(uidl.path("changes"));
        grids.execute(uidl.path("execute"));
        toldTo("'vaadin-navigate'").ifPresent(address -> route = address);
    }
}
