package io.plumbline.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** How ids are born and kept: UUIDv7, so that they grow with time, in {@code binary(16)}. */
public final class Ids {
    private Ids() {}

    /** A new UUIDv7. */
    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /** The sixteen bytes that the store keeps, for statements written by hand. */
    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** The bytes of several ids, for a list in a statement. */
    public static <I> List<byte[]> bytes(Collection<I> ids, Function<I, UUID> value) {
        return ids.stream().map(value).map(Ids::bytes).toList();
    }

    /** Reads the sixteen bytes back. */
    public static UUID uuid(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /** The id that an address names, or empty where it is none. */
    public static <I> Optional<I> inAddress(@Nullable String text, Function<String, I> parse) {
        try {
            return Optional.ofNullable(text).map(parse);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Converter(autoApply = true)
    static final class OfStaff implements AttributeConverter<StaffId, UUID> {
        @Override
        public @Nullable UUID convertToDatabaseColumn(@Nullable StaffId id) {
            return id == null ? null : id.value();
        }

        @Override
        public @Nullable StaffId convertToEntityAttribute(@Nullable UUID value) {
            return value == null ? null : new StaffId(value);
        }
    }

    @Converter(autoApply = true)
    static final class OfClinic implements AttributeConverter<ClinicId, UUID> {
        @Override
        public @Nullable UUID convertToDatabaseColumn(@Nullable ClinicId id) {
            return id == null ? null : id.value();
        }

        @Override
        public @Nullable ClinicId convertToEntityAttribute(@Nullable UUID value) {
            return value == null ? null : new ClinicId(value);
        }
    }

    @Converter(autoApply = true)
    static final class OfPatient implements AttributeConverter<PatientId, UUID> {
        @Override
        public @Nullable UUID convertToDatabaseColumn(@Nullable PatientId id) {
            return id == null ? null : id.value();
        }

        @Override
        public @Nullable PatientId convertToEntityAttribute(@Nullable UUID value) {
            return value == null ? null : new PatientId(value);
        }
    }
}
