package io.plumbline.plans;

import io.plumbline.phases.PhaseRules;
import io.plumbline.phases.PhaseStates;
import io.plumbline.taper.CarriedOver;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Stores the phases, contributing factors and carried-over visits of a plan as JSON, since they are read and changed as a whole, in the same read as the plan. */
final class PlanColumns {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PlanColumns() {}

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

    /** The contributing factors. */
    @Converter
    static final class Factors implements AttributeConverter<List<PlanFactor>, String> {
        private static final TypeReference<List<PlanFactor>> TYPE = new TypeReference<>() {};

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable List<PlanFactor> factors) {
            return factors == null || factors.isEmpty() ? null : JSON.writeValueAsString(factors);
        }

        @Override
        public List<PlanFactor> convertToEntityAttribute(@Nullable String column) {
            return column == null ? List.of() : List.copyOf(JSON.readValue(column, TYPE));
        }
    }

    /** The visits of before. */
    @Converter
    static final class Before implements AttributeConverter<List<CarriedOver>, String> {
        private static final TypeReference<List<CarriedOver>> TYPE = new TypeReference<>() {};

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable List<CarriedOver> carriedOver) {
            return carriedOver == null || carriedOver.isEmpty() ? null : JSON.writeValueAsString(carriedOver);
        }

        @Override
        public List<CarriedOver> convertToEntityAttribute(@Nullable String column) {
            return column == null ? List.of() : List.copyOf(JSON.readValue(column, TYPE));
        }
    }

    /** The whole content of a revision. */
    @Converter
    static final class Content implements AttributeConverter<PlanDraft, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable PlanDraft content) {
            return content == null ? null : JSON.writeValueAsString(content);
        }

        @Override
        public @Nullable PlanDraft convertToEntityAttribute(@Nullable String column) {
            return column == null ? null : JSON.readValue(column, PlanDraft.class);
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
