# The portal for real data on MySQL; docker-compose.yml says with which settings, docs/operations.md how.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /plumbline
COPY pom.xml ./
COPY frontend frontend
COPY src src
RUN mvn -q -B -ntp -DskipTests package

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --user-group --home-dir /var/lib/plumbline --create-home plumbline
COPY --from=build /plumbline/target/plumbline.jar /opt/plumbline/plumbline.jar
USER 10001:10001
WORKDIR /var/lib/plumbline
# a container is reached from outside itself; which addresses of the machine lead here is for who starts it
ENV SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080 SPRING_PROFILES_ACTIVE=mysql PLUMBLINE_DATA_DIR=/var/lib/plumbline
EXPOSE 8080
# by bash itself, since the image has no other client that it promises to keep
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$SERVER_PORT && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"status\":\"UP\"' <&3"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-jar", "/opt/plumbline/plumbline.jar"]
