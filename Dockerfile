# The site in a container. Two stages: what builds it stays behind, what runs it is small, and runs as nobody in particular.
#
#   docker build -t standfirst .
#   docker run -p 3000:3000 -v standfirst-data:/data -e SITE_URL=http://localhost:3000 standfirst
#
# docs/operations.md says how to bring the newsroom's own folder along.

FROM node:24-slim AS build
WORKDIR /site
# No package needs a script to be installed: what is native comes built.
COPY package.json package-lock.json ./
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && rm -rf .next/cache

FROM node:24-slim
# tini is the first process: it hands on SIGTERM, and buries what the publisher's git leaves behind.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates git openssh-client tini \
  && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    CONTENT_DIR=/content \
    DATA_DIR=/data
WORKDIR /site
COPY package.json package-lock.json ./
# Next's compiler is for building alone: a hundred megabytes.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && npm cache clean --force \
  && rm -rf node_modules/@next/swc-*
COPY next.config.mjs press/backup.mjs ./
COPY public ./public
COPY --from=build /site/.build ./.build
COPY --from=build /site/.next ./.next
# The paper as it stood when the image was made; a folder mounted here takes its place.
COPY --chown=node:node content /content
RUN install --directory --owner=node --group=node --mode=0750 /data
USER node
# The only place that is written to: the file system may be read-only otherwise.
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
# `live`, not `ready`: a site whose renderer is away still serves what it keeps, and must not be killed for it.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/api/health/live').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/usr/bin/tini", "--"]
CMD ["node", "--enable-source-maps", ".build/server.js"]
