package io.plumbline.leads.list;

import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A lead filter as query parameters, for saved filters and URLs; an invalid parameter does not filter. */
public final class LeadFilterAddress {
    /** The parameter of the search words, which the portal puts in no URL. */
    public static final String WORDS = "q";

    private static final String GROUP = "group";

    private LeadFilterAddress() {}

    /** Returns the parameters of a filter. */
    public static Map<String, String> of(LeadFilter filter) {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "status", filter.status());
        put(parameters, "step", filter.step());
        put(parameters, "source", filter.source());
        put(parameters, "clinic", LeadQueue.GROUP.equals(filter.queue()) ? GROUP : filter.queue());
        put(parameters, "caller", filter.caller());
        put(parameters, "from", filter.from());
        put(parameters, "to", filter.to());
        put(parameters, "reason", filter.lostReason());
        put(parameters, WORDS, filter.words().isBlank() ? null : filter.words());
        return parameters;
    }

    /** Reads a filter from parameters. */
    public static LeadFilter read(Map<String, String> parameters) {
        return new LeadFilter(
                read(parameters, "status", choice(LeadStatus.class)),
                read(parameters, "step", choice(FunnelStep.class)),
                read(parameters, "source", choice(LeadSource.class)),
                read(
                        parameters,
                        "clinic",
                        text -> text.equals(GROUP) ? LeadQueue.GROUP : new ClinicId(UUID.fromString(text))),
                read(parameters, "caller", text -> new StaffId(UUID.fromString(text))),
                read(parameters, "from", LocalDate::parse),
                read(parameters, "to", LocalDate::parse),
                read(parameters, "reason", text -> text),
                parameters.getOrDefault(WORDS, ""));
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value instanceof Enum<?> choice) {
            parameters.put(name, choice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        } else if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    private static <T> @Nullable T read(Map<String, String> parameters, String name, Function<String, T> reader) {
        var text = parameters.getOrDefault(name, "");
        try {
            return text.isBlank() ? null : reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException unknown) {
            return null;
        }
    }

    private static <E extends Enum<E>> Function<String, E> choice(Class<E> choices) {
        return text -> Enum.valueOf(choices, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
