package io.plumbline.demo;

import java.time.LocalDate;
import java.util.List;

/** Invented patients: no name, number or birth date belongs to a real person. */
final class DemoPatients {
    static final List<Person> ALL = List.of(
            new Person("Ruth", "Salem", LocalDate.of(1968, 3, 14), "+16025550101"),
            new Person("Ana", "Vidal", LocalDate.of(1985, 7, 2), "+16025550102"),
            new Person("Anand", "Mehta", LocalDate.of(1979, 11, 23), "+16025550103"),
            new Person("Léa", "Brandt", LocalDate.of(1992, 1, 30), "+16025550104"),
            new Person("Thảo", "Nguyễn", LocalDate.of(1988, 5, 9), "+16025550105"),
            new Person("Ivo", "Marin", LocalDate.of(1974, 9, 17), "+16025550106"),
            new Person("Hana", "Sato", LocalDate.of(1990, 12, 5), "+16025550107"),
            new Person("Rania", "Haddad", LocalDate.of(1982, 4, 21), "+16025550108"),
            new Person("Carl", "Berg", LocalDate.of(1961, 8, 8), "+12125550109"),
            new Person("Petra", "Weiß", LocalDate.of(1977, 2, 26), "+12125550110"),
            new Person("Denis", "Moreau", LocalDate.of(1995, 6, 12), "+12125550111"),
            new Person("Zoë", "Ånestad", LocalDate.of(1999, 10, 1), "+12125550112"));

    private DemoPatients() {}

    /** A demo patient. */
    record Person(String givenName, String familyName, LocalDate birthDate, String phone) {}
}
