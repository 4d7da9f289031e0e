package io.plumbline.plans;

import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.PhaseStates;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Stores the phases of a plan as JSON, since they are read and changed as a whole, in the same read as the plan. */
final class PhaseColumns {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PhaseColumns() {}

    /** What ends each phase. */
    @Converter
    static final class Rules implements AttributeConverter<List<PhaseRules>, String> {
        private static final TypeReference<List<PhaseRules>> TYPE = new TypeReference<>() {};

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable List<PhaseRules> rules) {
            return rules == null || rules.isEmpty() ? null : JSON.writeValueAsString(rules);
        }

        @Override
        public List<PhaseRules> convertToEntityAttribute(@Nullable String column) {
            return column == null ? List.of() : List.copyOf(JSON.readValue(column, TYPE));
        }
    }

    /** Where the plan is; none before it is active. */
    @Converter
    static final class States implements AttributeConverter<PhaseStates, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable PhaseStates states) {
            return states == null ? null : JSON.writeValueAsString(states);
        }

        @Override
        public @Nullable PhaseStates convertToEntityAttribute(@Nullable String column) {
            return column == null ? null : JSON.readValue(column, PhaseStates.class);
        }
    }
}
