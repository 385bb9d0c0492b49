/** Hands the shape of front matter to contentlayer2, which writes its types; the folder does not exist, so it reads nothing. */
import { makeSource } from 'contentlayer2/source-files';
import { documentTypes } from '#model/documents/all';

const fieldOptions = { typeFieldName: 'documentType', bodyFieldName: 'body' };
export default makeSource({
  contentDirPath: '.contentlayer/no-documents',
  documentTypes,
  fieldOptions,
  disableImportAliasWarning: true,
});
