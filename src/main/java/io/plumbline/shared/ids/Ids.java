package io.plumbline.shared.ids;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** Creates and stores ids: time-ordered UUIDv7 in {@code binary(16)}. */
public final class Ids {
    /** Compares ids as the store orders them. */
    public static final Comparator<UUID> IN_STORE = (one, other) -> Arrays.compareUnsigned(bytes(one), bytes(other));

    private Ids() {}

    /** Creates a UUIDv7. */
    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /** Converts an id to the 16 bytes of its column, for handwritten SQL. */
    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** Converts ids to bytes, for an SQL {@code in} list. */
    public static <I> List<byte[]> bytes(Collection<I> ids, Function<I, UUID> value) {
        return ids.stream().map(value).map(Ids::bytes).toList();
    }

    /** Converts the 16 bytes of a column to an id. */
    public static UUID uuid(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /** Reads an id from a row of a result; null if the column is null. */
    public static <I> @Nullable I read(ResultSet row, String column, Function<UUID, I> type) throws SQLException {
        var bytes = row.getBytes(column);
        return bytes == null ? null : type.apply(uuid(bytes));
    }

    /** Reads an id from a URL; empty if it is missing or invalid. */
    public static <I> Optional<I> inAddress(@Nullable String text, Function<UUID, I> type) {
        return parsed(text, UUID::fromString).map(type);
    }

    /** Reads what a URL names by other means than an id; empty if it is missing or invalid. */
    public static <T> Optional<T> parsed(@Nullable String text, Function<String, T> parse) {
        try {
            return Optional.ofNullable(text).map(parse);
        } catch (IllegalArgumentException invalid) {
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
