package io.plumbline.shared.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    private static final String ID = "019853c1-7a2b-7c3d-8e4f-0123456789ab";

    @Test
    void increaseWithTimeInDatabaseOrder() {
        var before = Ids.next();
        for (var n = 0; n < 20_000; n++) {
            var next = Ids.next();
            assertThat(Arrays.compareUnsigned(Ids.bytes(before), Ids.bytes(next)))
                    .as("%s before %s", before, next)
                    .isNegative();
            before = next;
        }
    }

    @Test
    void areVersionSevenAndContainTheirCreationTime() {
        var earliest = System.currentTimeMillis();
        var id = Ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(earliest, System.currentTimeMillis() + 1000);
    }

    @Test
    void areUniqueUnderConcurrency() {
        var given = ConcurrentHashMap.<UUID>newKeySet();
        IntStream.range(0, 50_000).parallel().forEach(n -> given.add(Ids.next()));
        assertThat(given).hasSize(50_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void areReadBackAsTheyWereStored(long seed) {
        var random = new SplittableRandom(seed);
        for (var n = 0; n < 1000; n++) {
            var id = new UUID(random.nextLong(), random.nextLong());
            assertThat(Ids.bytes(id)).hasSize(16);
            assertThat(Ids.uuid(Ids.bytes(id))).isEqualTo(id);
        }
    }

    @Test
    void areStoredInTheOrderOfTheirDigits() {
        assertThat(Ids.bytes(UUID.fromString(ID)))
                .containsExactly(
                        0x01, 0x98, 0x53, 0xc1, 0x7a, 0x2b, 0x7c, 0x3d, 0x8e, 0x4f, 0x01, 0x23, 0x45, 0x67, 0x89, 0xab);
    }

    @Test
    void areReadFromAnAddress() {
        assertThat(Ids.inAddress(ID, StaffId::new)).contains(new StaffId(UUID.fromString(ID)));
        assertThat(Ids.inAddress(ID, ClinicId::new)).contains(new ClinicId(UUID.fromString(ID)));
        assertThat(Ids.inAddress(ID, PatientId::new)).contains(new PatientId(UUID.fromString(ID)));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "new",
                "1",
                "null",
                "../" + ID,
                ID + "0",
                " " + ID,
                "019853c17a2b7c3d8e4f0123456789ab",
                "019853c1-7a2b-7c3d-8e4f-0123456789ag",
                "019853c1-7a2b-7c3d-8e4f"
            })
    void areNotReadFromAnAddressWithoutAnId(String text) {
        assertThat(Ids.inAddress(text, StaffId::new)).isEmpty();
        assertThat(Ids.inAddress(text, ClinicId::new)).isEmpty();
        assertThat(Ids.inAddress(text, PatientId::new)).isEmpty();
    }

    @Test
    void staffIdsAreReadFromTheirText() {
        var id = StaffId.next();
        assertThat(Ids.inAddress(id.toString(), StaffId::new)).contains(id);
        assertThat(Ids.inAddress("Dr. Lee", StaffId::new)).isEmpty();
    }

    @Test
    void staffClinicAndPatientIdsAreReadBackAsStored() {
        var staff = StaffId.next();
        var clinic = ClinicId.next();
        var patient = PatientId.next();
        var ofStaff = new Ids.OfStaff();
        var ofClinic = new Ids.OfClinic();
        var ofPatient = new Ids.OfPatient();
        assertThat(ofStaff.convertToEntityAttribute(ofStaff.convertToDatabaseColumn(staff)))
                .isEqualTo(staff);
        assertThat(ofClinic.convertToEntityAttribute(ofClinic.convertToDatabaseColumn(clinic)))
                .isEqualTo(clinic);
        assertThat(ofPatient.convertToEntityAttribute(ofPatient.convertToDatabaseColumn(patient)))
                .isEqualTo(patient);
        assertThat(ofClinic.convertToEntityAttribute(ofClinic.convertToDatabaseColumn(null)))
                .isNull();
    }
}
