# The portal for real data on MySQL; docker-compose.yml says with which settings, docs/operations.md how.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /plumbline
COPY pom.xml ./
COPY frontend frontend
COPY src src
# the sources come without their history: docker compose build --build-arg COMMIT=$(git rev-parse --short HEAD)
ARG COMMIT=unknown
# the libraries stay on the machine that builds, whatever changes above
RUN --mount=type=cache,target=/root/.m2 mvn -q -B -ntp -Djar-only -Psbom -Dplumbline.commit=$COMMIT package && \
  java -Djarmode=tools -jar target/plumbline.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --user-group --home-dir /var/lib/plumbline --create-home plumbline && \
  install --directory --owner=10001 --group=10001 --mode=0700 /var/backups/plumbline
# what changes least comes first: most new versions are a last layer of 10 MB
COPY --from=build /plumbline/layers/dependencies/ /opt/plumbline/
COPY --from=build /plumbline/layers/snapshot-dependencies/ /opt/plumbline/
COPY --from=build /plumbline/layers/application/ /opt/plumbline/
ARG COMMIT=unknown
LABEL org.opencontainers.image.title="Plumbline" \
  org.opencontainers.image.description="The internal portal of clinics that treat backs" \
  org.opencontainers.image.licenses="Apache-2.0" \
  org.opencontainers.image.version="0.2.0" \
  org.opencontainers.image.revision="$COMMIT"
USER 10001:10001
WORKDIR /var/lib/plumbline
# a container is reached from outside itself; which addresses of the machine lead here is for who starts it
ENV SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080 SPRING_PROFILES_ACTIVE=mysql PLUMBLINE_DATA_DIR=/var/lib/plumbline
EXPOSE 8080
# by bash itself, since the image has no other client that it promises to keep
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$SERVER_PORT && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"status\":\"UP\"' <&3"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-jar", "/opt/plumbline/plumbline.jar"]
