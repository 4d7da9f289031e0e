package io.plumbline.uidl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What the portal asked the browser to do beyond drawing: fill the rows of a grid, confirm them, go elsewhere. */
final class UidlGrids {
    private final Map<Integer, TreeMap<Integer, JsonNode>> rows = new HashMap<>();
    private final Map<Integer, RowFunctions> functions = new HashMap<>();
    private final List<Confirmation> unconfirmed = new ArrayList<>();
    private final Map<String, JsonNode> called = new HashMap<>();

    /** Rows that were drawn and of which the portal wants to hear. */
    record Confirmation(int grid, int update) {}

    /** What a click in a row may call, in the order of their numbers, and by which channel. */
    record RowFunctions(int node, int channel, List<String> names) {}

    /** Before a person does the next thing. */
    void forgetCalls() {
        called.clear();
    }

    void execute(JsonNode invocations) {
        for (var invocation : invocations) {
            var script = invocation.path(invocation.size() - 1).asString("");
            called.put(script, invocation);
            var grid = nodeIn(invocation);
            if (script.contains("$connector.confirm(")) {
                unconfirmed.add(new Confirmation(grid, numberIn(invocation)));
            } else if (script.contains("$connector.set(")) {
                arrayIn(invocation).ifPresent(some -> set(grid, numberIn(invocation), some));
            } else if (script.contains("$connector.updateFlatData(")) {
                arrayIn(invocation).ifPresent(some -> update(grid, some));
            } else if (script.contains("$connector.clear(")) {
                var from = numberIn(invocation);
                known(grid).subMap(from, from + invocation.path(1).asInt()).clear();
            } else if (script.contains("$connector.reset(") || script.contains("$connector?.reset(")) {
                rows.remove(grid);
            } else if (script.contains("setLitRenderer")) {
                rendering(grid, invocation);
            }
        }
    }

    private TreeMap<Integer, JsonNode> known(int grid) {
        return rows.computeIfAbsent(grid, none -> new TreeMap<>());
    }

    private void set(int grid, int from, JsonNode some) {
        for (int i = 0; i < some.size(); i++) {
            known(grid).put(from + i, some.path(i));
        }
    }

    private void update(int grid, JsonNode some) {
        for (var row : some) {
            known(grid).replaceAll((place, old) -> old.path("key").equals(row.path("key")) ? row : old);
        }
    }

    private void rendering(int node, JsonNode invocation) {
        for (var argument : invocation) {
            var channel = argument.path("@v-return");
            if (channel.isArray()) {
                var names = new ArrayList<String>();
                arrayIn(invocation).ifPresent(some -> some.forEach(name -> names.add(name.asString(""))));
                functions.put(
                        node,
                        new RowFunctions(
                                channel.path(0).asInt(), channel.path(1).asInt(), names));
            }
        }
    }

    /** The rows of a grid that the browser has, in their order. */
    List<JsonNode> rows(int grid) {
        return List.copyOf(known(grid).values());
    }

    /** The functions of the rows that a node draws, which is a column of a grid. */
    Optional<RowFunctions> functions(int column) {
        return Optional.ofNullable(functions.get(column));
    }

    List<Confirmation> takeUnconfirmed() {
        var taken = List.copyOf(unconfirmed);
        unconfirmed.clear();
        return taken;
    }

    /** A call of a script that has these words in it, since a person did the last thing; the script is the last of the call. */
    Optional<JsonNode> called(String words) {
        return called.entrySet().stream()
                .filter(call -> call.getKey().contains(words))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static int nodeIn(JsonNode invocation) {
        for (var argument : invocation) {
            if (argument.has("@v-node")) {
                return argument.path("@v-node").asInt();
            }
        }
        return -1;
    }

    private static int numberIn(JsonNode invocation) {
        for (var argument : invocation) {
            if (argument.isNumber()) {
                return argument.asInt();
            }
        }
        return 0;
    }

    private static Optional<JsonNode> arrayIn(JsonNode invocation) {
        for (var argument : invocation) {
            if (argument.isArray()) {
                return Optional.of(argument);
            }
        }
        return Optional.empty();
    }
}
