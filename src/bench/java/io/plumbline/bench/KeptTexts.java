package io.plumbline.bench;

import io.plumbline.bench.Journal.Entry;
import io.plumbline.bench.Journal.Save;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Texts that were saved one over the other: the last that was acknowledged is there, or a later one. */
final class KeptTexts {
    private KeptTexts() {}

    /**
     * Compares them with the one that is there.
     *
     * @param what whose text it is, for a fault
     * @param saves in the order in which they were asked
     * @param said the text of a save; null for other saves
     * @param there the text that is in the store
     * @param faults to which is added what is lost
     */
    static void settle(
            String what, List<Entry> saves, Function<Save, @Nullable String> said, String there, List<String> faults) {
        var kept =
                saves.stream().filter(entry -> said.apply(entry.save()) != null).toList();
        var found = -1;
        var due = -1;
        for (int i = 0; i < kept.size(); i++) {
            if (there.equals(said.apply(kept.get(i).save()))) {
                found = i;
            }
            if (kept.get(i).isDue()) {
                due = i;
            }
        }
        for (int i = 0; i < kept.size(); i++) {
            // what was asked before a later text that is there cannot be told from what was not there
            kept.get(i).settle(i <= found);
        }
        if (found < due) {
            faults.add(what + " lost its text \"" + said.apply(kept.get(due).save()) + "\" and has \"" + there + "\"");
        }
    }
}
