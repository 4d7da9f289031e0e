package io.plumbline.bench;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was asked of a portal that may die, and what it acknowledged; kept by who asks, outside the portal. */
final class Journal {
    private final List<Entry> entries = new ArrayList<>();

    /** Something that is to be in the store once it is acknowledged. */
    sealed interface Save {}

    /** A request for a consultation by the public form. */
    record LeadSent(String name, String phone, String concern) implements Save {}

    /** A call to a lead. */
    record LeadCalled(UUID lead, String outcome) implements Save {}

    /** A new patient. */
    record PatientAdded(String givenName, String familyName, String phone) implements Save {}

    /** A draft of a session note, by one of its fields. */
    record NoteKept(UUID note, String nextStep) implements Save {}

    /** A row of a session note, such as a segment or an exercise, by a part of its content that stays. */
    record RowKept(UUID note, String part) implements Save {}

    /** A signature of a session note, which says then what the field says. */
    record NoteSigned(UUID note, String nextStep) implements Save {}

    /** A draft of an addendum to a signed session note. */
    record AddendumKept(UUID note, String text) implements Save {}

    /** A signature of an addendum. */
    record AddendumSigned(UUID note, String text) implements Save {}

    /** A draft of a treatment plan, by its name. */
    record PlanKept(UUID plan, String title) implements Save {}

    /** A hold of a treatment plan or the end of one, with its reason. */
    record PlanMoved(UUID plan, String to, String reason) implements Save {}

    /** A draft of an intake note, by one of its fields. */
    record IntakeKept(UUID note, String complaint) implements Save {}

    /** A move of an appointment to another time of its day. */
    record AppointmentMoved(UUID appointment, LocalTime at) implements Save {}

    /** What became of a save. */
    enum Fate {
        /** Nobody knows yet: the answer did not come. */
        ASKED,
        ACKNOWLEDGED,
        /** Its answer did not come, and the store has it. */
        WHOLE,
        /** Its answer did not come, and the store does not have it. */
        NOT_THERE
    }

    /** One save, in the order in which they were asked. */
    static final class Entry {
        private final Save save;
        private volatile Fate fate = Fate.ASKED;

        private Entry(Save save) {
            this.save = save;
        }

        Save save() {
            return save;
        }

        Fate fate() {
            return fate;
        }

        /** Whether the store must have it. */
        boolean isDue() {
            return fate == Fate.ACKNOWLEDGED || fate == Fate.WHOLE;
        }

        void acknowledged() {
            fate = Fate.ACKNOWLEDGED;
        }

        /** Decides, once, of a save without an answer. */
        void settle(boolean isThere) {
            if (fate == Fate.ASKED) {
                fate = isThere ? Fate.WHOLE : Fate.NOT_THERE;
            }
        }
    }

    /** Notes a save before it is asked. */
    synchronized Entry ask(Save save) {
        var entry = new Entry(save);
        entries.add(entry);
        return entry;
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    synchronized long count(Fate fate) {
        return entries.stream().filter(entry -> entry.fate() == fate).count();
    }

    /** Returns what is acknowledged so far. */
    synchronized Set<Entry> acknowledged() {
        return entries.stream()
                .filter(entry -> entry.fate() == Fate.ACKNOWLEDGED)
                .collect(Collectors.toSet());
    }

    /**
     * Returns what a backup must have that was begun after some saves: those, and nobody knows of the others on the same
     * records.
     */
    synchronized Journal after(Set<Entry> saved) {
        var records = saved.stream().map(entry -> recordOf(entry.save())).collect(Collectors.toSet());
        var known = new Journal();
        for (var entry : entries) {
            if (records.contains(recordOf(entry.save()))) {
                var copy = known.ask(entry.save());
                if (saved.contains(entry)) {
                    copy.acknowledged();
                }
            }
        }
        return known;
    }

    private static Object recordOf(Save save) {
        return switch (save) {
            case LeadSent sent -> sent.name();
            case LeadCalled called -> called.lead();
            case PatientAdded added -> added.familyName();
            case NoteKept kept -> kept.note();
            case RowKept kept -> kept.note();
            case NoteSigned signed -> signed.note();
            case AddendumKept kept -> kept.note();
            case AddendumSigned signed -> signed.note();
            case PlanKept kept -> kept.plan();
            case PlanMoved moved -> moved.plan();
            case IntakeKept kept -> kept.note();
            case AppointmentMoved moved -> moved.appointment();
        };
    }

    /** How many of each kind were acknowledged, by the name of the kind. */
    synchronized Map<String, Long> acknowledgedByKind() {
        return entries.stream()
                .filter(entry -> entry.fate() == Fate.ACKNOWLEDGED)
                .collect(Collectors.groupingBy(
                        entry -> entry.save().getClass().getSimpleName(), TreeMap::new, Collectors.counting()));
    }
}
